using ControlStrategy.Domain;
using ControlStrategy.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests;

public sealed class RuleCheckTests(DatabaseFile database) : IClassFixture<DatabaseFile>
{
    private static readonly DateOnly Day = new(2024, 5, 1);

    [Fact]
    public async Task An_initiative_with_a_stored_open_milestone_cannot_be_completed_even_if_nobody_loaded_it()
    {
        await StoreAsync("completed", initiative => initiative.Milestones.Add(Open(initiative)));
        await using var context = database.Open();
        var initiative = await context.Initiatives.SingleAsync(x => x.Code == "completed");
        initiative.Complete(Day);
        await RefusesAsync(context, "INITIATIVE_OPEN_MILESTONE");
    }

    [Fact]
    public async Task A_completed_initiative_takes_no_open_milestone_even_if_nobody_loaded_its_others()
    {
        await StoreAsync("closed", initiative => initiative.Complete(Day));
        await using var context = database.Open();
        context.Add(Open(await context.Initiatives.SingleAsync(x => x.Code == "closed")));
        await RefusesAsync(context, "INITIATIVE_OPEN_MILESTONE");
    }

    [Fact]
    public async Task A_milestone_is_not_completed_before_its_initiative_starts_even_if_nobody_loaded_that()
    {
        await StoreAsync("early", initiative => initiative.Milestones.Add(Open(initiative)));
        await using var context = database.Open();
        var milestone = await context.Milestones.SingleAsync(x => x.Initiative.Code == "early");
        milestone.Complete(Day.AddDays(-1));
        await RefusesAsync(context, "MILESTONE_BEFORE_START");
    }

    [Fact]
    public async Task A_plan_refuses_an_entry_before_a_stored_one_even_if_nobody_loaded_that()
    {
        await using (var context = database.Open())
        {
            var plan = new ProblemSolvingPlan { Code = "plan", Title = "Park", Area = Sample.Area("plan") };
            plan.Enter(SaraStage.Scanning, Day, "Noise");
            context.Add(plan);
            await context.SaveChangesAsync();
        }
        await using var again = database.Open();
        var stored = await again.ProblemSolvingPlans.SingleAsync(x => x.Code == "plan");
        stored.Enter(SaraStage.Analysis, Day.AddDays(-1), "Lights");
        await RefusesAsync(again, "PLAN_ENTRY_DATE");
    }

    [Fact]
    public void A_broken_rule_is_found_by_the_synchronous_save_as_well()
    {
        using var context = database.Open();
        var observation = Sample.Observation(Sample.Measure("sync"), Sample.Area("sync"), -1);
        context.Add(observation);
        Assert.Equal("OBSERVATION_VALUE", Assert.Throws<RuleBrokenException>(() => context.SaveChanges()).Code);
    }

    [Fact]
    public async Task Another_strategy_is_put_in_force_in_one_save()
    {
        await using var context = database.Open();
        var old = Sample.Strategy("old");
        old.MakeCurrent();
        context.Add(old);
        await context.SaveChangesAsync();
        var next = Sample.Strategy("next");
        context.Add(next);
        await context.SaveChangesAsync();
        next.MakeCurrent(old);
        await context.SaveChangesAsync();
        Assert.Equal(["next"], await context.Strategies.Where(x => x.IsCurrent).Select(x => x.Code).ToListAsync());
        old.MakeCurrent();
        await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync());
    }

    private static Milestone Open(Initiative initiative) => new() { Initiative = initiative, Title = "Toolkit printed", DueOn = Day };

    private static async Task RefusesAsync(StrategyContext context, string code) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RuleBrokenException>(() => context.SaveChangesAsync())).Code);

    private async Task StoreAsync(string code, Action<Initiative> change)
    {
        await using var context = database.Open();
        var initiative = Sample.Initiative(code);
        initiative.Start(Day);
        change(initiative);
        context.Add(initiative);
        await context.SaveChangesAsync();
    }
}
