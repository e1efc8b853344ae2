using ControlStrategy.Domain;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using Xunit;

namespace ControlStrategy.Data.Tests.Content;

public sealed class DemonstrationFiguresTests(DatabaseWithDemonstration database) : IClassFixture<DatabaseWithDemonstration>
{
    [Fact]
    public void Each_drawn_series_has_126_months_from_April_2016_to_September_2026_in_every_council_area_and_nowhere_else()
    {
        using var context = database.Open();

        var series = Drawn(context)
            .GroupBy(x => new { x.MeasureId, x.AreaId, x.Area.Level, x.Grain })
            .Select(x => new
            {
                x.Key.Level,
                x.Key.Grain,
                Months = x.Count(),
                First = x.Min(y => y.PeriodStart),
                Last = x.Max(y => y.PeriodEnd),
            })
            .ToList();

        Assert.Equal(6 * 32, series.Count);
        Assert.All(series, x => Assert.Equal(
            (AreaLevel.CouncilArea, Grain.Month, 126, new DateOnly(2016, 4, 1), new DateOnly(2026, 9, 30)),
            (x.Level, x.Grain, x.Months, x.First, x.Last)));
    }

    [Fact]
    public void The_last_six_drawn_months_are_provisional_and_the_others_final()
    {
        using var context = database.Open();

        var provisional = Drawn(context).Where(x => x.Status == ObservationStatus.Provisional)
            .Select(x => x.PeriodStart).Distinct().Order().ToList();
        var final = Drawn(context).Where(x => x.Status == ObservationStatus.Final).Max(x => x.PeriodStart);

        Assert.Equal(Enumerable.Range(4, 6).Select(month => new DateOnly(2026, month, 1)), provisional);
        Assert.Equal(new DateOnly(2026, 3, 1), final);
    }

    [Fact]
    public void A_percentage_is_its_numerator_over_its_denominator()
    {
        using var context = database.Open();

        var percentages = context.Observations.Where(x => x.Measure.Kind == MeasureKind.Percentage).ToList();

        Assert.Equal(2 * 32 * 126, percentages.Count);
        Assert.All(percentages, x => Assert.Equal(Amount.Kept(x.Numerator!.Value / x.Denominator!.Value * 100), x.Value));
        Assert.All(percentages, x => Assert.InRange(x.Value, 0, 100));
        Assert.All(percentages, x => Assert.True(decimal.IsInteger(x.Numerator!.Value) && decimal.IsInteger(x.Denominator!.Value)));
    }

    [Fact]
    public void A_count_is_whole_and_has_no_parts()
    {
        using var context = database.Open();

        var counts = context.Observations.Where(x => x.Measure.Kind == MeasureKind.Count).ToList();

        Assert.Equal(4 * 32 * 126, Drawn(context).Count(x => x.Measure.Kind == MeasureKind.Count));
        Assert.All(counts, x => Assert.Equal((decimal.Truncate(x.Value), null, null), (x.Value, x.Numerator, x.Denominator)));
    }

    // Pinned, so that a change of generator, runtime or machine that changes the figures does not go unseen.
    [Theory]
    [InlineData("demo-violence-and-disorder", "S12000033", 2016, 4, "620")]
    [InlineData("demo-violence-and-disorder", "S12000023", 2026, 9, "47")]
    [InlineData("demo-detection-rate", "S12000049", 2021, 12, "55.6211")]
    public void The_figures_are_the_same_in_every_installation(string measure, string area, int year, int month, string value)
    {
        using var context = database.Open();

        var observation = context.Observations.Single(x =>
            x.Measure.Code == measure && x.Area.Code == area && x.PeriodStart == new DateOnly(year, month, 1));

        Assert.Equal(value, FormattableString.Invariant($"{observation.Value:0.####}"));
    }

    [Fact]
    public void Figures_follow_the_size_of_the_council_area()
    {
        using var context = database.Open();

        var month = context.Observations
            .Where(x => x.Measure.Code == "demo-violence-and-disorder" && x.PeriodStart == new DateOnly(2026, 3, 1))
            .Select(x => new { x.Area.Name, x.Value }).ToDictionary(x => x.Name, x => x.Value);

        // 626,000 people against 22,000; levels differ by at most 5 to 3, and chance does the rest.
        Assert.InRange(month["Glasgow City"] / month["Orkney Islands"], 626m / 22 / 2.5m, 626m / 22 * 2.5m);
    }

    // The others are computed from the activities.
    private static IQueryable<Observation> Drawn(StrategyContext context) => context.Observations.Where(x => x.Measure.Group != MeasureGroup.Output);
}
