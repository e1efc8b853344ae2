using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Measures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Content;

public sealed class DemonstrationWorkTests(DatabaseWithDemonstration database) : IClassFixture<DatabaseWithDemonstration>
{
    private static readonly DateOnly LastDay = new(2026, 9, 30);

    [Fact]
    public void Initiatives_have_begun_or_are_to_begin_and_every_status_occurs()
    {
        using var context = database.Open();

        var initiatives = context.Initiatives.ToList();

        Assert.Equal(Enum.GetValues<InitiativeStatus>().Cast<InitiativeStatus?>(), initiatives.Select(x => x.Status).Distinct().Order());
        Assert.All(initiatives, x => Assert.NotNull(x.StartsOn));
        Assert.All(initiatives, x => Assert.Equal(x.Status is InitiativeStatus.Planned, x.StartsOn > LastDay));
        Assert.All(initiatives.Where(x => x.Status is InitiativeStatus.Completed), x => Assert.True(x.EndsOn <= LastDay));
    }

    [Fact]
    public void Milestones_are_reached_only_after_the_start_and_not_in_the_future()
    {
        using var context = database.Open();

        var milestones = context.Milestones.Include(x => x.Initiative).ToList();

        Assert.Equal(44 * 4, milestones.Count);
        Assert.Contains(milestones, x => x.CompletedOn is null && x.DueOn <= LastDay);
        Assert.All(milestones, x => Assert.True(x.DueOn > x.Initiative.StartsOn));
        Assert.All(
            milestones.Where(x => x.CompletedOn is not null),
            x => Assert.InRange(x.CompletedOn!.Value, x.Initiative.StartsOn!.Value, LastDay));
        Assert.All(milestones.Where(x => x.Initiative.Status is InitiativeStatus.Completed), x => Assert.NotNull(x.CompletedOn));
    }

    [Fact]
    public void Activities_of_all_kinds_are_held_while_their_initiative_runs()
    {
        using var context = database.Open();

        var activities = context.Activities.Include(x => x.Initiative).Include(x => x.Area).ToList();

        Assert.Equal(Enum.GetValues<ActivityKind>(), activities.Select(x => x.Kind).Distinct().Order());
        Assert.All(activities, x => Assert.InRange(x.HeldOn, x.Initiative.StartsOn!.Value, x.Initiative.EndsOn ?? LastDay));
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
