using ControlStrategy.Domain;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Content;

public sealed class DemonstrationTests(DatabaseWithDemonstration database) : IClassFixture<DatabaseWithDemonstration>
{
    [Fact]
    public void Every_demonstration_row_says_what_it_is()
    {
        using var context = database.Open();

        Assert.All(context.Observations.Select(x => x.Source).Distinct(), x => Assert.Equal("Demonstration data, not statistics", x));
        Assert.False(context.Observations.Any(x => !x.Measure.Demonstration));
        Assert.False(context.Milestones.Any(x => !x.Demonstration));
        Assert.False(context.Activities.Any(x => !x.Demonstration));
        Assert.False(context.ProblemSolvingPlans.Any(x => !x.Demonstration));
        Assert.False(context.Targets.Any(x => !x.Demonstration || !x.Measure.Demonstration));
        Assert.False(context.Commentaries.Any(x => !x.Demonstration || !x.Measure.Demonstration));
        Assert.False(context.Initiatives.Any(x => x.Status != null && !x.Demonstration));
    }

    [Fact]
    public void A_measure_is_demonstration_exactly_where_its_code_its_name_and_its_source_say_so()
    {
        using var context = database.Open();

        var demonstration = context.Measures.Where(x => x.Demonstration).ToList();

        Assert.Equal(9, demonstration.Count);
        Assert.All(demonstration, x => Assert.StartsWith("demo-", x.Code, StringComparison.Ordinal));
        Assert.All(demonstration, x => Assert.StartsWith("Demonstration: ", x.Name, StringComparison.Ordinal));
        Assert.All(demonstration, x => Assert.Equal("Demonstration data, not statistics", x.Source));
        Assert.False(context.Measures.Any(x => !x.Demonstration && (x.Code.StartsWith("demo-") || x.Name.StartsWith("Demonstration"))));
    }

    [Fact]
    public void Every_outcome_and_every_group_of_measures_has_a_demonstration_measure()
    {
        using var context = database.Open();

        var measures = context.Measures.Include(x => x.Outcome).Where(x => x.Demonstration).ToList();

        Assert.Equal(context.Outcomes.Select(x => x.Code).Order(), measures.Select(x => x.Outcome.Code).Distinct().Order());
        Assert.Equal(Enum.GetValues<MeasureGroup>(), measures.Select(x => x.Group).Distinct().Order());
    }

    [Fact]
    public void Each_series_has_126_months_from_April_2016_to_September_2026_in_every_council_area_and_nowhere_else()
    {
        using var context = database.Open();

        var series = context.Observations
            .GroupBy(x => new { x.MeasureId, x.AreaId, x.Area.Level, x.Grain })
            .Select(x => new { x.Key.Level, x.Key.Grain, Months = x.Select(y => y.PeriodStart).Distinct().Count(), First = x.Min(y => y.PeriodStart), Last = x.Max(y => y.PeriodEnd) })
            .ToList();

        Assert.Equal(9 * 32, series.Count);
        Assert.All(series, x => Assert.Equal(
            (AreaLevel.CouncilArea, Grain.Month, 126, new DateOnly(2016, 4, 1), new DateOnly(2026, 9, 30)),
            (x.Level, x.Grain, x.Months, x.First, x.Last)));
    }

    [Fact]
    public void The_last_six_months_are_provisional_and_the_others_final()
    {
        using var context = database.Open();

        var provisional = context.Observations.Where(x => x.Status == ObservationStatus.Provisional).Select(x => x.PeriodStart).Distinct().Order().ToList();
        var final = context.Observations.Where(x => x.Status == ObservationStatus.Final).Max(x => x.PeriodStart);

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
        Assert.All(percentages, x => Assert.Equal((decimal.Truncate(x.Numerator!.Value), decimal.Truncate(x.Denominator!.Value)), (x.Numerator, x.Denominator)));
    }

    [Fact]
    public void A_count_is_whole_and_has_no_parts()
    {
        using var context = database.Open();

        var counts = context.Observations.Where(x => x.Measure.Kind == MeasureKind.Count).ToList();

        Assert.Equal(7 * 32 * 126, counts.Count);
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

        var totals = context.Observations.Where(x => x.Measure.Code == "demo-violence-and-disorder" && x.PeriodStart >= new DateOnly(2025, 4, 1) && x.PeriodEnd <= new DateOnly(2026, 3, 31))
            .GroupBy(x => x.Area.Name).Select(x => new { Name = x.Key, Total = x.Sum(y => (double)y.Value) }).ToDictionary(x => x.Name, x => x.Total);

        // 626,000 people against 22,000, and levels that differ by at most 5 to 3.
        Assert.InRange(totals["Glasgow City"] / totals["Orkney Islands"], 626.0 / 22 * 0.5, 626.0 / 22 * 2);
    }

    [Fact]
    public void Initiatives_have_begun_or_are_to_begin_and_every_status_occurs()
    {
        using var context = database.Open();

        var initiatives = context.Initiatives.ToList();

        Assert.Equal(Enum.GetValues<InitiativeStatus>().Cast<InitiativeStatus?>(), initiatives.Select(x => x.Status).Distinct().Order());
        Assert.All(initiatives, x => Assert.NotNull(x.StartsOn));
        Assert.All(initiatives, x => Assert.Equal(x.Status is InitiativeStatus.Planned, x.StartsOn > new DateOnly(2026, 9, 30)));
        Assert.All(initiatives.Where(x => x.Status is InitiativeStatus.Completed), x => Assert.True(x.EndsOn <= new DateOnly(2026, 9, 30)));
    }

    [Fact]
    public void Milestones_are_reached_only_after_the_start_and_not_in_the_future()
    {
        using var context = database.Open();

        var milestones = context.Milestones.Include(x => x.Initiative).ToList();

        Assert.Equal(44 * 4, milestones.Count);
        Assert.Contains(milestones, x => x.CompletedOn is null && x.DueOn <= new DateOnly(2026, 9, 30));
        Assert.All(milestones, x => Assert.True(x.DueOn > x.Initiative.StartsOn));
        Assert.All(milestones.Where(x => x.CompletedOn is not null), x => Assert.InRange(x.CompletedOn!.Value, x.Initiative.StartsOn!.Value, new DateOnly(2026, 9, 30)));
        Assert.All(milestones.Where(x => x.Initiative.Status is InitiativeStatus.Completed), x => Assert.NotNull(x.CompletedOn));
    }

    [Fact]
    public void Activities_of_all_kinds_are_held_while_their_initiative_runs()
    {
        using var context = database.Open();

        var activities = context.Activities.Include(x => x.Initiative).Include(x => x.Area).ToList();

        Assert.Equal(Enum.GetValues<ActivityKind>(), activities.Select(x => x.Kind).Distinct().Order());
        Assert.All(activities, x => Assert.InRange(x.HeldOn, x.Initiative.StartsOn!.Value, x.Initiative.EndsOn ?? new DateOnly(2026, 9, 30)));
        Assert.All(activities, x => Assert.Equal(AreaLevel.CouncilArea, x.Area.Level));
    }

    [Fact]
    public void Problem_solving_plans_begin_by_scanning_and_stand_in_every_stage_and_some_go_back()
    {
        using var context = database.Open();

        var histories = context.ProblemSolvingPlans.Include(x => x.Entries).AsEnumerable()
            .Select(x => x.Entries.OrderBy(entry => entry.Id).Select(entry => entry.Stage).ToList()).ToList();

        Assert.Equal(32, histories.Count);
        Assert.All(histories, x => Assert.Equal(SaraStage.Scanning, x[0]));
        Assert.Equal(Enum.GetValues<SaraStage>(), histories.Select(x => x[^1]).Distinct().Order());
        Assert.Contains(histories, x => x.Count(stage => stage is SaraStage.Response) > 1);
    }

    [Fact]
    public void Measures_with_a_direction_that_is_better_have_targets_and_commentary_in_every_council_area()
    {
        using var context = database.Open();

        var targets = context.Targets.Include(x => x.Measure).ToList();
        var commentaries = context.Commentaries.ToList();

        Assert.Equal(5 * 32 * 5, targets.Count);
        Assert.All(targets, x => Assert.NotEqual(Polarity.Neutral, x.Measure.Polarity));
        Assert.All(targets, x => Assert.True(x.Value > 0 && x.Tolerance > 0));
        Assert.Equal(5 * 32, commentaries.Count(x => x.Status is CommentaryStatus.Approved));
        Assert.Equal(5 * 32, commentaries.Count(x => x.Status is CommentaryStatus.Draft));
        Assert.All(commentaries, x => Assert.StartsWith("Demonstration: ", x.Text, StringComparison.Ordinal));
    }
}
