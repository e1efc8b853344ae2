using ControlStrategy.Data.Content;
using ControlStrategy.Domain;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Strategies;
using ControlStrategy.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Content;

public sealed class ShippingTests(DatabaseWithDemonstration filled, DatabaseWithoutDemonstration bare)
    : IClassFixture<DatabaseWithDemonstration>, IClassFixture<DatabaseWithoutDemonstration>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_filled_database_is_left_as_it_is(bool withDemonstration)
    {
        var before = TableText.Of(bare);
        await using var context = bare.Open();

        Assert.False(await ShippedContent.ShipAsync(context, withDemonstration));

        Assert.Equal(before, TableText.Of(bare));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_installations_hold_the_same_rows(bool withDemonstration)
    {
        var other = new ShippedDatabase(withDemonstration);
        await other.InitializeAsync();

        Assert.Equal(TableText.Of(withDemonstration ? filled : bare), TableText.Of(other));
        await other.DisposeAsync();
    }

    [Fact]
    public async Task Of_processes_that_start_at_once_one_fills_the_database()
    {
        var database = new ShippedDatabase(withDemonstration: true);
        await database.MigrateAsync();
        using var start = new Barrier(4);

        var shipped = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var context = database.Open();
            start.SignalAndWait();
            return await ShippedContent.ShipAsync(context, withDemonstration: true);
        })));

        Assert.Single(shipped, filledByThis => filledByThis);
        Assert.Equal(TableText.Of(filled), TableText.Of(database));
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_filling_that_is_stopped_leaves_nothing()
    {
        var database = new ShippedDatabase(withDemonstration: true);
        await database.MigrateAsync();
        using var stop = new CancellationTokenSource();
        await using (var context = database.Open())
        {
            // Everything but the observations is in the transaction by then.
            context.SavedChanges += (_, _) => stop.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ShippedContent.ShipAsync(context, withDemonstration: true, stop.Token));
        }

        await using var after = database.Open();
        Assert.False(await after.Areas.AnyAsync());
        Assert.True(await ShippedContent.ShipAsync(after, withDemonstration: true));
        await database.DisposeAsync();
    }

    [Fact]
    public void Without_demonstration_no_row_of_it_is_there()
    {
        using var context = bare.Open();

        Assert.False(context.Observations.IgnoreQueryFilters().Any());
        Assert.False(context.Milestones.Any());
        Assert.False(context.Activities.Any());
        Assert.False(context.ProblemSolvingPlans.Any());
        Assert.False(context.Targets.Any());
        Assert.False(context.Commentaries.Any());
        Assert.False(context.Measures.Any(x => x.Demonstration));
        Assert.False(context.Initiatives.Any(x => x.Demonstration || x.Status != null || x.StartsOn != null || x.EndsOn != null));
    }

    [Fact]
    public void Without_demonstration_everything_else_is_the_same()
    {
        using var with = filled.Open();
        using var without = bare.Open();

        Assert.Equal(Names(with), Names(without));
    }

    [Fact]
    public void Shipped_rows_are_recorded_at_a_fixed_time()
    {
        using var context = filled.Open();

        var times = context.Observations.IgnoreQueryFilters().Select(x => new { x.RecordedAt, x.SupersededAt }).Distinct().ToList();

        var time = Assert.Single(times);
        Assert.Equal(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), time.RecordedAt);
        Assert.Null(time.SupersededAt);
    }

    [Fact]
    public void Every_rule_of_every_noun_holds()
    {
        using var context = filled.Open();
        context.ChangeTracker.LazyLoadingEnabled = false;
        IHasRules[] nouns =
        [
            .. context.Areas.Include(x => x.Parent),
            .. context.Outcomes.Include(x => x.Parent).Include(x => x.Strategy),
            .. context.Initiatives.Include(x => x.Milestones),
            .. context.ProblemSolvingPlans.Include(x => x.Entries),
            .. context.Measures,
            .. context.Observations.Include(x => x.Area),
            .. context.Commentaries,
            .. context.SurveyWaves.Include(x => x.Survey),
            .. context.SurveyEstimates.Include(x => x.Question),
        ];

        Assert.True(nouns.Length > 36_000);
        foreach (var noun in nouns)
            noun.CheckRules();
        Assert.Equal(
            [typeof(Area), typeof(Outcome), typeof(Initiative), typeof(ProblemSolvingPlan), typeof(Measure), typeof(Observation), typeof(Commentary), typeof(SurveyWave), typeof(SurveyEstimate)],
            nouns.Select(x => x.GetType()).Distinct());
    }

    [Fact]
    public async Task The_context_is_given_back_as_it_was()
    {
        var database = new ShippedDatabase(withDemonstration: true);
        await database.MigrateAsync();
        await using (var context = database.Open())
        {
            await ShippedContent.ShipAsync(context, withDemonstration: true);

            Assert.Empty(context.ChangeTracker.Entries());
            Assert.Null(context.Database.CurrentTransaction);
        }

        await database.DisposeAsync();
    }

    private static List<string> Names(StrategyContext context) =>
    [
        .. context.Areas.OrderBy(x => x.Code).Select(x => x.Name),
        .. context.Outcomes.OrderBy(x => x.Code).Select(x => x.Title),
        .. context.Initiatives.OrderBy(x => x.Code).Select(x => x.Name + x.Summary),
        .. context.Partners.OrderBy(x => x.Name).Select(x => x.Name),
        .. context.Measures.Where(x => !x.Demonstration).OrderBy(x => x.Code).Select(x => x.Name + x.Definition),
        .. context.SurveyEstimates.OrderBy(x => x.Id).Select(x => x.Source + x.Percentage),
    ];
}
