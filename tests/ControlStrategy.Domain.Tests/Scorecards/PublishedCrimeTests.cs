using System.Globalization;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Scorecards;
using ControlStrategy.Domain.Statistics;
using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.Domain.Tests.Scorecards;

public sealed class PublishedCrimeTests
{
    private const int Nation = 1;

    [SkippableFact]
    public void Council_areas_add_up_through_their_divisions_to_the_national_figure()
    {
        var card = new ScorecardBuilder("2021/22").Area(Nation);
        foreach (var (council, division) in Rows(PublishedData.Divisions).Select(row => (Id(row[0]), Id(row[2]))))
        {
            card.Area(council, division);
            if (!card.Areas.Contains(new AreaNode(division, Nation)))
                card.Area(division, Nation);
        }

        foreach (var row in Rows(PublishedData.RecordedCrime).Where(row => row[4] == "all-crimes"))
        {
            var yearsBack = 2021 - PeriodNotation.ParseDateCode(row[2]).FirstDay.Year;
            if (yearsBack <= Scorecard.MeanYears)
                card.Rows(Id(row[0]), Grain.Year, 1, decimal.Parse(row[5], CultureInfo.InvariantCulture), yearsBack);
        }

        Assert.Equal(1 + 13 + 32, card.Areas.Count);
        Assert.Equal(286_464, card.Row(Nation).Current.Value);
        Assert.Equal(15_781, card.Row(Id("S12000033")).Current.Value);
        Assert.Equal(15_128.6, card.Row(Id("S12000033")).FiveYearMean.Value);
    }

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(PublishedData.Find(file)).Skip(1).Select(line => line.Split(','));

    private static int Id(string code) => int.Parse(code.AsSpan(1), CultureInfo.InvariantCulture);
}
