using ControlStrategy.Domain.Pivots;
using ControlStrategy.Domain.Statistics;
using Xunit;
using static ControlStrategy.Domain.Pivots.PivotDimension;
using static ControlStrategy.Domain.Pivots.PivotValue;
using Dimension = ControlStrategy.Domain.Pivots.PivotDimension;

namespace ControlStrategy.Domain.Tests.Pivots;

public sealed class PivotStateTests
{
    [Fact]
    public void Measures_are_counted_by_outcome_and_state()
    {
        var grid = Country().Pivot(Layouts.Of([Outcome], [Status], PivotTotals.Grand, MeasureCount), [20], "2021/22");

        Assert.Equal([["1", "0", "1", "0", "2"], ["0", "0", "0", "1", "1"], ["1", "0", "1", "1", "3"]], grid.Cells.Select(Layouts.Text));
        Assert.Equal([Domain.Statistics.Rag.OnTarget, Domain.Statistics.Rag.WithinTolerance, Domain.Statistics.Rag.OffTarget, Domain.Statistics.Rag.NoTarget, null], grid.Columns.Select(place => place.Status));
    }

    [Fact]
    public void A_figure_stands_in_its_state_and_nowhere_else()
    {
        var grid = Country().Pivot(Layouts.Of([Measure], [Status], PivotTotals.Grand, Value), [20], "2021/22");

        Assert.Equal(
            [
                ["10", Nothing, Nothing, Nothing, "10"],
                [Nothing, Nothing, "20", Nothing, "20"],
                [Nothing, Nothing, Nothing, "30", "30"],
                [Nothing, Nothing, Nothing, Nothing, Nothing],
            ],
            grid.Cells.Select(Layouts.Text));
    }

    [Fact]
    public void Areas_chosen_by_their_state_are_counted_not_added()
    {
        var country = Country().Row(1, 21, "2021/22", 40).Row(2, 21, "2021/22", 1).Row(3, 21, "2021/22", 1).Aim(1, 21, 2021, 100);

        var grid = country.Pivot(Layouts.Of([Measure], [Status, Area], PivotTotals.All, Value, MeasureCount), [20, 21], "2021/22");

        var (onTarget, both) = (grid.Columns.ToList().FindIndex(place => place is { Status: Domain.Statistics.Rag.OnTarget, AreaId: null }), grid.Columns.Count - 1);
        Assert.Equal([Nothing, "2"], grid.Cells[0].Text()[(2 * onTarget)..((2 * onTarget) + 2)]);
        Assert.Equal(["50", "2"], grid.Cells[0].Text()[(2 * both)..]);
    }

    [Fact]
    public void A_measure_without_twelve_months_has_no_chart()
    {
        var grid = Country().Pivot(Layouts.Of([Dimension.Variation], [], PivotTotals.None, MeasureCount), [20], "2021/22");

        Assert.Equal(["0", "0", "0", "0", "3"], grid.Cells.SelectMany(Layouts.Text));
        Assert.Equal(VariationGroup.NoChart, grid.Rows[^1].Variation);
    }

    [Fact]
    public void A_special_cause_is_counted_by_its_direction()
    {
        var country = new PivotBuilder().Measure(1).Measure(2).Area(20);
        for (var month = 0; month < 36; month++)
        {
            var start = new DateOnly(2019, 4, 1).AddMonths(month);
            country.Row(1, 20, $"{start:yyyy-MM}", month == 35 ? 500 : 100 + (month % 2)).Row(2, 20, $"{start:yyyy-MM}", month == 35 ? 1 : 100 + (month % 2));
        }

        Assert.Equal(["1", "1", "0", "0", "0"], country.Pivot(Layouts.Of([Dimension.Variation], [], PivotTotals.None, MeasureCount), [20], "2021/22").Cells.SelectMany(Layouts.Text));
    }

    [Fact]
    public void An_outcomes_total_is_a_number_of_measures_only()
    {
        var grid = Country().Pivot(Layouts.Of([Outcome, Measure], [], PivotTotals.Subtotals, Value, MeasureCount), [20], "2021/22");

        Assert.Equal([["10", "1"], ["20", "1"], [Nothing, "2"], ["30", "1"], ["30", "1"]], grid.Cells.Select(Layouts.Text));
    }

    [Fact]
    public void Only_what_is_shown_counts_as_tested()
    {
        var country = new PivotBuilder().Measure(1).Area(20).Area(21);
        foreach (var (area, before, now) in new[] { (20, 10, 25), (21, 100, 101) })
            country.Row(1, area, "2020/21", before).Row(1, area, "2021/22", now);
        PivotValue[] values = [PValue, AdjustedPValue];

        var apart = country.Pivot(Layouts.Of([Area], [], PivotTotals.None, values), [20, 21], "2021/22").Cells;
        var together = country.Pivot(Layouts.Of([Area], [], PivotTotals.Grand, values), [20, 21], "2021/22").Cells;

        Assert.Equal(BenjaminiHochberg.Adjust([.. apart.Select(row => row[0].Value)]), apart.Select(row => row[1].Value));
        Assert.Equal(BenjaminiHochberg.Adjust([.. together.Select(row => row[0].Value)]), together.Select(row => row[1].Value));
        Assert.NotEqual(apart[0][1].Value, together[0][1].Value);
    }

    private const string Nothing = "NotApplicable";

    private static PivotBuilder Country() => new PivotBuilder().Measure(1).Measure(2).Measure(3, outcomeId: 2).Area(20).Area(21)
        .Row(1, 20, "2021/22", 10).Row(2, 20, "2021/22", 20).Row(3, 20, "2021/22", 30)
        .Aim(1, 20, 2021, 11).Aim(2, 20, 2021, 12);
}
