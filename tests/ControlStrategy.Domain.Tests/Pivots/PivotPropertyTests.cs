using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Pivots;
using ControlStrategy.Domain.Scorecards;
using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Pivots;

/// <summary>A pivot of figures drawn at random, some of them missing, beside the scorecards of the same figures.</summary>
public sealed class PivotPropertyTests
{
    private const int Nation = 1;
    private static readonly int[] Divisions = [10, 11];
    private static readonly int[] Councils = [100, 101, 102, 103, 104];
    private static readonly PivotValue[] Values = [PivotValue.Value, PivotValue.Lower, PivotValue.Previous, PivotValue.Change, PivotValue.ChangePercent, PivotValue.PValue, PivotValue.FiveYearMean, PivotValue.Rolling12, PivotValue.Rolling12Change, PivotValue.Rate, PivotValue.Target];

    /// <summary>Periods, and what they are together.</summary>
    private static readonly (string[] Parts, string? Whole)[] Periods =
    [
        (["2021/22"], "2021/22"),
        (["2021/22 Q1", "2021/22 Q2", "2021/22 Q3", "2021/22 Q4"], "2021/22"),
        (["2021-06", "2021-04", "2021-05"], "2021/22 Q1"),
        (["2021/22 Q2", "2021/22 Q1"], "2021/22 YTD Sep"),
        (["2020/21", "2021/22"], null),
        (["2020/21 YTD Aug", "2021/22 YTD Aug", "2021-05"], null),
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Cells_and_totals_are_the_scorecards_figures(int seed)
    {
        var random = new Random(seed);
        var country = Drawn(random);
        var (areas, whole) = random.Next(3) switch { 0 => (Councils, Nation), 1 => (Divisions, Nation), _ => (new[] { 100, 102, 104 }, 10) };
        var periods = Periods[random.Next(Periods.Length)];

        var grid = country.Pivot(Layout(random), areas, periods.Parts);

        var scorecards = periods.Parts.Append(periods.Whole).OfType<string>().Distinct().ToDictionary(period => period, period => country.Scorecard(period, [.. areas, whole]));
        for (var row = 0; row < grid.Rows.Count; row++)
        {
            for (var column = 0; column < grid.Columns.Count; column++)
            {
                var place = (Measure: grid.Rows[row].MeasureId ?? grid.Columns[column].MeasureId, Area: grid.Rows[row].AreaId ?? grid.Columns[column].AreaId ?? whole, Period: grid.Rows[row].Period ?? grid.Columns[column].Period);
                var cells = grid.Cells[row].Skip(column * Values.Length).Take(Values.Length).ToList();
                if (place.Measure is not { } measure) Assert.All(cells, cell => Assert.Equal(Reason.NotApplicable, cell.Reason));
                else if ((place.Period is { } at ? periods.Parts[at] : periods.Whole) is { } period) AssertSame(scorecards[period][(measure, place.Area)], cells, place.Area == whole);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_cell_has_a_number_or_a_word_or_a_reason_and_every_row_as_many_cells(int seed)
    {
        var random = new Random(seed);
        var dimensions = Enum.GetValues<PivotDimension>();
        random.Shuffle(dimensions);
        var values = Enum.GetValues<PivotValue>();
        var totals = (PivotTotals)random.Next(4);

        var grid = Drawn(random).Pivot(Layouts.Of(dimensions[..3], dimensions[3..], totals, values), [100, 101], "2020/21", "2021/22");

        Assert.All(grid.Cells, row => Assert.Equal(grid.Columns.Count * values.Length, row.Count));
        Assert.All(grid.Cells.SelectMany(row => row), cell => Assert.Single(new object?[] { cell.Value, cell.Word, cell.Reason }, one => one is not null));
    }

    private static PivotLayout Layout(Random random)
    {
        PivotDimension[] dimensions = [PivotDimension.Measure, PivotDimension.Area, PivotDimension.Period];
        random.Shuffle(dimensions);
        var rows = random.Next(4);
        return Layouts.Of(dimensions[..rows], dimensions[rows..], (PivotTotals)random.Next(4), Values);
    }

    private static void AssertSame(ScorecardLine line, List<PivotCell> cells, bool isTotal)
    {
        double?[] figures = [line.Current.Value, line.Current.Lower, line.Previous.Value, line.Change.Number, line.Change.Percent, line.Change.PValue, line.FiveYearMean.Value, line.Rolling12.Value, line.Rolling12Change.Number, line.Rate.Value];
        Assert.All(figures.Zip(cells), pair => AssertSame(pair.First, pair.Second.Value));
        Assert.Equal(
            [line.Current.Value is null ? line.Current.Reason : null, line.Current.IntervalReason, line.Previous.Reason],
            cells.Take(3).Select(cell => cell.Reason));
        Assert.Equal(line.Current.Value is null ? line.Current.MissingAreas : null, cells[0].MissingAreas);
        if (!isTotal) Assert.Equal((double?)line.Aim?.Value, cells[^1].Value);
    }

    private static void AssertSame(double? expected, double? actual)
    {
        if (expected is { } number && actual is { } other) Assert.Equal(number, other, Math.Abs(number) * 1e-12);
        else Assert.Equal(expected, actual);
    }

    private static PivotBuilder Drawn(Random random)
    {
        var country = new PivotBuilder().Measure(1).Measure(2, MeasureKind.Percentage).Measure(3, outcomeId: 2).Area(Nation);
        foreach (var division in Divisions)
            country.Area(division, Nation);
        foreach (var council in Councils)
        {
            country.Area(council, Divisions[council % 2]).People(council, 2020, random.Next(1_000, 9_000)).Aim(1, council, 2021, random.Next(500));
            for (var month = 0; month < 12 * 12; month++)
                Month(random, country, council, new DateOnly(2010, 4, 1).AddMonths(month));
        }
        return country;
    }

    private static void Month(Random random, PivotBuilder country, int council, DateOnly start)
    {
        // One in two hundred is missing, so that totals are made for some and refused for others.
        if (random.Next(200) > 0) country.Row(1, council, $"{start:yyyy-MM}", random.Next(60));
        if (random.Next(200) > 0) country.Share(2, council, $"{start:yyyy-MM}", (random.Next(20), 20 + random.Next(20)));
        country.Row(3, council, $"{start:yyyy-MM}", random.Next(3));
    }
}
