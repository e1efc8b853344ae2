using ControlStrategy.Data.Content;
using ControlStrategy.Data.Tests.Importing;
using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Measures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Delivery;

/// <summary>A database that a version without activity measures filled.</summary>
public sealed class ActivityMeasureUpgradeTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 12, 2, 9, 0, 0, TimeSpan.Zero);
    private ImportDatabase _database = null!;

    // That version had drawn figures for three of the made-up measures, and none of the others.
    public async Task InitializeAsync()
    {
        _database = await ImportDatabase.CreateShippedAsync();
        await _database.ImportAsync(ImportKind.Activities, "initiative,area,held_on,kind,title,reach\nbookmakers-forum,S12000033,2026-10-05,ENGAGEMENT,Visit,24\n");
        await _database.ReadAsync(async context =>
        {
            var computed = context.Measures.Where(x => x.Code.EndsWith("-activities") || x.Code.EndsWith("-reach"));
            await context.Observations.IgnoreQueryFilters().Where(x => computed.Any(y => y.Id == x.MeasureId) && x.Measure.Code != "demo-engagement-activities").ExecuteDeleteAsync();
            await context.Measures.Where(x => (x.Code.EndsWith("-activities") || x.Code.EndsWith("-reach")) && x.Code != "demo-engagement-activities").ExecuteDeleteAsync();
            await context.Database.ExecuteSqlRawAsync("UPDATE \"Observations\" SET \"Value\" = 170000 WHERE \"MeasureId\" = (SELECT \"Id\" FROM \"Measures\" WHERE \"Code\" = 'demo-engagement-activities')");
            return await context.Measures.Where(x => x.Code == "demo-engagement-activities").ExecuteUpdateAsync(set => set.SetProperty(x => x.Definition, "Drawn.").SetProperty(x => x.DisclosureThreshold, 5));
        });
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task It_gets_the_measures_once_with_the_figures_of_the_activities_it_holds()
    {
        Assert.True(await UpgradeAsync());

        foreach (var demonstration in new[] { false, true })
            Assert.Equal(await _database.ExpectedAsync(demonstration), await _database.KeptAsync(demonstration));
        var restated = await _database.ReadAsync(x => x.Measures.SingleAsync(y => y.Code == "demo-engagement-activities"));
        Assert.StartsWith("Engagement activities on record", restated.Definition, StringComparison.Ordinal);
        Assert.Equal(0, restated.DisclosureThreshold);
        await _database.CheckAsync();
        Assert.False(await UpgradeAsync());
    }

    [Fact]
    public async Task Figures_that_were_drawn_stay_as_history()
    {
        await UpgradeAsync();
        var rows = await _database.ReadAsync(x => x.Observations.IgnoreQueryFilters()
            .Where(o => o.Measure.Code == "demo-engagement-activities" && o.Area.Code == "S12000033" && o.PeriodStart == new DateOnly(2025, 4, 1))
            .OrderBy(o => o.RecordedAt).Select(o => new { o.Value, o.RecordedAt, o.SupersededAt, o.ImportId }).ToListAsync());
        Assert.Equal((17m, ShippedContent.RecordedAt, Now), (rows[0].Value, rows[0].RecordedAt, rows[0].SupersededAt));
        Assert.Equal((Now, null, null), (rows[1].RecordedAt, rows[1].SupersededAt, rows[1].ImportId));
    }

    [Fact]
    public async Task Of_two_that_start_at_once_one_does_it()
    {
        var done = await Task.WhenAll(Task.Run(UpgradeAsync), Task.Run(UpgradeAsync));
        Assert.Single(done, one => one);
        Assert.Equal(14, await _database.ReadAsync(x => x.Measures.CountAsync(y => y.Group == MeasureGroup.Output)));
        await _database.CheckAsync();
    }

    [Fact]
    public async Task A_clock_behind_the_last_figures_does_not_turn_history_round()
    {
        Assert.True(await UpgradeAsync(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        await _database.CheckAsync();
    }

    private Task<bool> UpgradeAsync() => UpgradeAsync(Now);

    private async Task<bool> UpgradeAsync(DateTimeOffset now)
    {
        await using var context = await _database.Contexts.CreateDbContextAsync();
        return await ShippedContent.UpgradeAsync(context, now);
    }
}
