using ControlStrategy.Domain;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Mappings;

public sealed class ObservationHistoryTests(DatabaseFile database) : IClassFixture<DatabaseFile>
{
    [Fact]
    public async Task Two_current_observations_of_one_measure_area_and_period_are_refused()
    {
        await using var context = database.Open();
        var (measure, area) = (Sample.Measure("twice"), Sample.Area("twice"));
        context.AddRange(Sample.Observation(measure, area, 7), Sample.Observation(measure, area, 8));
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync());
        Assert.Contains("UNIQUE", refused.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_and_what_it_corrects_are_saved_together()
    {
        await CorrectAsync("corrected");
        await using var context = database.Open();
        Assert.Equal(8, (await context.Observations.SingleAsync(x => x.Measure.Code == "corrected")).Value);
    }

    [Fact]
    public async Task A_superseded_row_is_hidden_but_can_be_read_without_the_filter()
    {
        await CorrectAsync("hidden");
        await using var context = database.Open();
        var shown = context.Observations.Where(x => x.Measure.Code == "hidden");
        Assert.Equal([8m], await shown.Select(x => x.Value).ToListAsync());
        var all = shown.IgnoreQueryFilters([StrategyContext.CurrentOnly]).OrderBy(x => x.RecordedAt);
        Assert.Equal([7m, 8m], await all.Select(x => x.Value).ToListAsync());
        var ofArea = context.Areas.Where(x => x.Code == "hidden").SelectMany(x => x.Observations);
        Assert.Equal([8m], await ofArea.Select(x => x.Value).ToListAsync());
    }

    [Fact]
    public async Task A_past_state_can_be_read()
    {
        await CorrectAsync("past");
        await using var context = database.Open();
        var asAt = Sample.Noon.AddMinutes(59);
        var seenThen = context.Observations.IgnoreQueryFilters()
            .Where(x => x.Measure.Code == "past" && x.RecordedAt <= asAt && (x.SupersededAt == null || x.SupersededAt > asAt));
        Assert.Equal(7, (await seenThen.SingleAsync()).Value);
    }

    [Fact]
    public async Task A_stored_observation_can_only_be_superseded()
    {
        await CorrectAsync("fixed");
        await using var context = database.Open();
        var observation = await context.Observations.SingleAsync(x => x.Measure.Code == "fixed");
        context.Entry(observation).Property(x => x.Value).CurrentValue = 9;
        await Assert.ThrowsAsync<InvalidOperationException>(() => context.SaveChangesAsync());
    }

    [Fact]
    public async Task A_stored_observation_is_never_deleted()
    {
        await CorrectAsync("deleted");
        await using var context = database.Open();
        context.Remove(await context.Observations.SingleAsync(x => x.Measure.Code == "deleted"));
        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => context.SaveChangesAsync());
        Assert.Equal("FIGURE_DELETED", refused.Code);
    }

    [Theory]
    [InlineData("PeriodEnd = PeriodStart", "CK_Observations_Period")]
    [InlineData("SupersededAt = RecordedAt - 1", "CK_Observations_Superseded")]
    public async Task The_table_itself_refuses_what_is_written_past_the_nouns(string change, string constraint)
    {
        await CorrectAsync(constraint);
        await using var context = database.Open();
        var sql = $"UPDATE Observations SET {change} WHERE MeasureId = (SELECT Id FROM Measures WHERE Code = '{constraint}')";
        var refused = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => context.Database.ExecuteSqlRawAsync(sql));
        Assert.Contains(constraint, refused.Message, StringComparison.Ordinal);
    }

    private async Task CorrectAsync(string code)
    {
        await using var context = database.Open();
        var old = Sample.Observation(Sample.Measure(code), Sample.Area(code), 7);
        context.Add(old);
        await context.SaveChangesAsync();
        var later = Sample.Noon.AddHours(1);
        old.Supersede(later);
        context.Add(Sample.Observation(old.Measure, old.Area, 8, recordedAt: later));
        await context.SaveChangesAsync();
    }
}
