using ControlStrategy.Domain;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Mappings;

/// <summary>What holds for every figure; <see cref="ObservationHistoryTests"/> has what only observations have.</summary>
public sealed class FigureHistoryTests(DatabaseFile database) : IClassFixture<DatabaseFile>
{
    [Fact]
    public void The_figures_are_these() => Assert.Equal(
        [nameof(AreaPopulation), nameof(MeasureBreak), nameof(Observation), nameof(QuestionBreak), nameof(SurveyEstimate), nameof(Target)],
        typeof(IFigure).Assembly.GetExportedTypes().Where(type => type is { IsClass: true } && type.IsAssignableTo(typeof(IFigure))).Select(type => type.Name).Order());

    [Theory]
    [InlineData(typeof(Target), nameof(Target.Tolerance))]
    [InlineData(typeof(AreaPopulation), nameof(AreaPopulation.AllAges))]
    [InlineData(typeof(SurveyEstimate), nameof(SurveyEstimate.Source))]
    [InlineData(typeof(MeasureBreak), nameof(MeasureBreak.Reason))]
    [InlineData(typeof(QuestionBreak), nameof(QuestionBreak.Reason))]
    public async Task A_stored_figure_is_neither_changed_nor_deleted_and_is_hidden_once_it_ended(Type figure, string member)
    {
        await using var context = database.Open();
        if (!await context.Areas.AnyAsync())
        {
            context.AddRange(new Everything().Roots());
            await context.SaveChangesAsync();
        }

        var stored = context.ChangeTracker.Entries().FirstOrDefault(entry => entry.Entity.GetType() == figure)
            ?? context.Entry(await All(context, figure).FirstAsync());
        stored.Property(member).IsModified = true;
        await Assert.ThrowsAsync<InvalidOperationException>(() => context.SaveChangesAsync());
        stored.Property(member).IsModified = false;
        stored.State = EntityState.Deleted;
        Assert.Equal("FIGURE_DELETED", (await Assert.ThrowsAsync<RuleBrokenException>(() => context.SaveChangesAsync())).Code);
        Assert.True(await All(context, figure).CountAsync() > await All(context, figure, isCurrent: true).CountAsync());
    }

    [Theory]
    [InlineData("Targets", "MeasureId, AreaId, FinancialYearStart, Value, Tolerance, Demonstration")]
    [InlineData("AreaPopulations", "AreaId, MidYear, AllAges")]
    [InlineData("SurveyEstimates", "WaveId, QuestionId, AreaId, Source")]
    [InlineData("MeasureBreaks", "MeasureId, StartsOn, Reason")]
    [InlineData("QuestionBreaks", "QuestionId, StartsOn, Reason")]
    public async Task The_table_itself_refuses_two_current_rows_and_an_end_before_the_beginning(string table, string columns)
    {
        await using var file = new FigureFile();
        await file.FillAsync();

        // The row ended is copied as a current one, which it may be once.
        await file.ExecuteAsync($"INSERT INTO {table} ({columns}, RecordedAt) SELECT {columns}, 5 FROM {table} WHERE SupersededAt IS NOT NULL");
        var twice = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => file.ExecuteAsync($"INSERT INTO {table} ({columns}, RecordedAt) SELECT {columns}, 6 FROM {table}"));
        Assert.Contains("UNIQUE", twice.Message, StringComparison.Ordinal);
        var backwards = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => file.ExecuteAsync($"UPDATE {table} SET SupersededAt = RecordedAt - 1"));
        Assert.Contains($"CK_{table}_Superseded", backwards.Message, StringComparison.Ordinal);
    }

    private static IQueryable<object> All(StrategyContext context, Type figure, bool isCurrent = false)
    {
        var set = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(figure).Invoke(context, null)!;
        return isCurrent ? set : set.IgnoreQueryFilters();
    }

    private sealed class FigureFile : IAsyncDisposable
    {
        private readonly DatabaseFile _file = new();

        public async Task FillAsync()
        {
            await _file.InitializeAsync();
            await using var context = _file.Open();
            context.AddRange(new Everything().Roots());
            await context.SaveChangesAsync();
        }

        public async Task ExecuteAsync(string sql)
        {
            await using var context = _file.Open();
            await context.Database.ExecuteSqlRawAsync(sql);
        }

        public async ValueTask DisposeAsync() => await _file.DisposeAsync();
    }
}
