using System.Globalization;
using ControlStrategy.Domain.Evaluations;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.Domain.Tests.Evaluations;

/// <summary>
/// Housebreaking in the City of Edinburgh, as if something had begun there on 1 April 2015: it fell by a fifth, which looks like a success until
/// it is set beside the three areas whose ten years before were most like its own.
/// </summary>
public sealed class PublishedEvaluationTests
{
    private const string Edinburgh = "S12000036";
    private static readonly string[] Neighbours = ["S12000010", "S12000019", "S12000040"];
    private static readonly string[] Earlier = [.. Enumerable.Range(2005, 10).Select(year => $"{year}/{year + 1}")];

    [SkippableFact]
    public void Areas_are_suggested_by_their_earlier_years()
    {
        var areas = Suggested(Housebreaking());

        Assert.Equal(["S12000014", "S12000041", "S12000028"], areas.Take(3).Select(area => Code(area.AreaId)));
        Assert.Equal(13.06744, areas[0].Distance!.Value, 5);
        Assert.Equal(0.48961, areas[0].Correlation!.Value, 5);
        Assert.Equal(
            "Over 10 earlier periods, each series taken as 100 on its own average, it lay 13.1 points from the treated areas (root mean square); "
            + "their changes from period to period went along with one another weakly (correlation 0.49). "
            + "Its level is 0.14 times theirs, so figures that compare numbers, such as the displacement difference, are to be read with care.",
            areas[0].Explanation);
    }

    [SkippableFact]
    public void A_fall_by_a_fifth_is_consistent_with_no_effect()
    {
        var series = Housebreaking();
        string[] comparison = [.. Suggested(series).Take(3).Select(area => Code(area.AreaId))];

        var evaluation = Evaluation.Of(
            new EvaluationCounts { Treated = Sum(series, Edinburgh), Comparison = Sum(series, comparison), Displacement = Sum(series, Neighbours) },
            Polarity.LowerIsBetter);

        Assert.Equal(4_943 * 999 / (3_924.0 * 1_265), evaluation.RelativeEffect.Value!.Value, 12);
        Assert.Equal(
            [
                "In the treated areas the count was 4,943 before and 3,924 after (down 20.6%); in the comparison areas the count was 1,265 before and 999 after (down 21.0%).",
                "In the displacement areas the count was 1,582 before and 1,273 after (down 19.5%).",
                "The relative effect is 0.99 (95% interval 0.91 to 1.09); 1 would be no effect. The interval includes 1: the data are consistent with no effect, "
                    + "and it may not be concluded that the initiative made a difference, nor that it made none.",
                "The weighted displacement difference of treated and comparison areas is -753 (standard error 105.5), farther from 0 than chance alone usually puts it; below 0 would be fewer than expected.",
                "Ratio and difference disagree on whether chance alone may explain the result, as they can where areas differ in size: the evidence is mixed.",
                "Had the treated and displacement areas changed as the comparison areas did, 44.1 fewer would have been counted there (total net effect -44.1); this has no interval.",
            ],
            evaluation.Conclusions.SkipLast(1));
    }

    private static IReadOnlyList<SimilarArea> Suggested(Dictionary<string, Dictionary<string, double>> series)
    {
        double?[] Years(string code) => [.. Earlier.Select(year => series[code].TryGetValue(year, out var count) ? count : (double?)null)];
        return SimilarAreas.Of(Years(Edinburgh), series.Keys.Except([Edinburgh, .. Neighbours]).Select(code => new EarlierSeries(Id(code), Years(code))));
    }

    private static BeforeAfter Sum(Dictionary<string, Dictionary<string, double>> series, params string[] codes) =>
        BeforeAfter.Of(codes.Sum(code => series[code]["2014/2015"]), codes.Sum(code => series[code]["2015/2016"]));

    private static Dictionary<string, Dictionary<string, double>> Housebreaking() => File.ReadLines(PublishedData.Find(PublishedData.RecordedCrime))
        .Select(line => line.Split(','))
        .Where(row => row[4] == "crimes-group-3-housebreaking")
        .GroupBy(row => row[0])
        .ToDictionary(rows => rows.Key, rows => rows.ToDictionary(row => row[2], row => double.Parse(row[5], CultureInfo.InvariantCulture)));

    private static int Id(string code) => int.Parse(code.AsSpan(1), CultureInfo.InvariantCulture);

    private static string Code(int id) => "S" + id.ToString(CultureInfo.InvariantCulture);
}
