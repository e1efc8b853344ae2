using ControlStrategy.Data.Content;
using ControlStrategy.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Data.Tests.Sqlite;

/// <summary>A database made by the first version, brought to this one with the rows it holds.</summary>
public sealed class MigratedRowsTests : IDisposable
{
    private const string OldRows = """
        INSERT INTO Strategies (Id, Code, Title, Owner, Version, PublishedOn, Vision, IsCurrent) VALUES (1, '2015', 'T', 'O', '1.0', '2015-03-01', 'V', 1);
        INSERT INTO Outcomes (Id, StrategyId, Code, Title) VALUES (1, 1, '1', 'Less crime');
        INSERT INTO Objectives (Id, StrategyId, Number, Title, Summary) VALUES (1, 1, 1, 'Support', 'S');
        INSERT INTO Areas (Id, Code, Name, Level) VALUES (1, 'S92000003', 'Scotland', 0);
        INSERT INTO Areas (Id, Code, Name, Level, ParentId) VALUES (2, 'S12000033', 'Aberdeen City', 3, 1);
        INSERT INTO Measures (Id, Code, Name, Definition, OutcomeId, "Group", Kind, Unit, Decimals, Polarity, Grain, Source, DisclosureThreshold, Demonstration)
            VALUES (1, 'all-crimes', 'All', 'D', 1, 0, 0, 'crimes', 0, 0, 2, 'S', 0, 0);
        INSERT INTO Imports (Id, FileName, Kind, Sha256, RecordedAt, RowsRead, New, Corrected, Unchanged, NotStored, Rejected)
            VALUES (1, 'p.csv', 1, 'a', 1700000000000, 1, 1, 0, 0, 0, 0);
        INSERT INTO AreaPopulations (Id, AreaId, MidYear, AllAges, ImportId) VALUES (1, 2, 2018, 227560, 1), (2, 2, 2017, 228800, NULL);
        INSERT INTO Targets (Id, MeasureId, AreaId, FinancialYearStart, Value, Tolerance, Demonstration) VALUES (1, 1, 2, 2023, 10000, 500, 1);
        INSERT INTO PerceptionSurveys (Id, Code, Name, Provider, Design) VALUES (1, 'SCJS', 'N', 'P', 0);
        INSERT INTO SurveyQuestions (Id, SurveyId, Code, Wording, FavourableResponses, Polarity) VALUES (1, 1, 'QRATPOL', 'W', 'F', 1);
        INSERT INTO SurveyWaves (Id, SurveyId, Label, FieldworkFirstDay, FieldworkLastDay) VALUES (1, 1, '2012/13', '2012-04-01', '2013-03-31');
        INSERT INTO SurveyEstimates (Id, WaveId, QuestionId, AreaId, Percentage, Source) VALUES (1, 1, 1, 1, 610000, 'Main findings');
        INSERT INTO Initiatives (Id, Code, Name, Summary, Kind, Demonstration, ObjectiveId) VALUES (1, 'forum', 'Forum', 'S', 1, 1, 1);
        INSERT INTO Milestones (Id, InitiativeId, Title, DueOn, Demonstration) VALUES (1, 1, 'Agreed', '2024-01-01', 1);
        INSERT INTO Activities (Id, InitiativeId, AreaId, HeldOn, Kind, Title, Reach, Demonstration) VALUES (1, 1, 2, '2024-01-01', 0, 'Visit', 7, 1);
        """;

    private readonly ScratchFolder _scratch = new();

    [Fact]
    public async Task Rows_stay_and_figures_get_the_time_of_their_import_or_of_the_product()
    {
        await MakeFirstVersionAsync();
        var before = await CountsAsync();

        Assert.True(await _scratch.Database().MigrateAsync());

        Assert.Equal(before, await CountsAsync());
        await using var services = ScratchFolder.Services($"Data Source={_scratch.FilePath}");
        await using var context = await services.GetRequiredService<IDbContextFactory<StrategyContext>>().CreateDbContextAsync();
        var populations = await context.AreaPopulations.OrderBy(x => x.Id).Select(x => new { x.AllAges, x.RecordedAt }).ToListAsync();
        Assert.Equal([(227_560, DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000)), (228_800, ShippedContent.RecordedAt)], populations.Select(x => (x.AllAges, x.RecordedAt)));
        var (target, estimate) = (await context.Targets.SingleAsync(), await context.SurveyEstimates.SingleAsync());
        Assert.Equal((1m, ShippedContent.RecordedAt, null), (target.Value, target.RecordedAt, target.SupersededAt));
        Assert.Equal((61m, ShippedContent.RecordedAt, null), (estimate.Percentage!.Value, estimate.RecordedAt, estimate.ImportId));
        Assert.Equal((7, null), await context.Activities.Select(x => ValueTuple.Create(x.Reach, x.ImportId)).SingleAsync());
        Assert.Equal("S92000003", (await context.Areas.Include(x => x.Parent).SingleAsync(x => x.Id == 2)).Parent!.Code);
    }

    public void Dispose() => _scratch.Dispose();

    private async Task MakeFirstVersionAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={_scratch.FilePath};Pooling=False");
        await connection.OpenAsync();
        await using var context = new SqliteMigrationContext(new DbContextOptionsBuilder<StrategyContext>().UseSqlite(connection).Options);
        var first = context.Database.GetMigrations().First();
        await context.Database.ExecuteSqlRawAsync(context.GetService<IMigrator>().GenerateScript(null, first));
        await context.Database.ExecuteSqlRawAsync(OldRows);
    }

    private async Task<string> CountsAsync()
    {
        string[] tables = ["Areas", "AreaPopulations", "Targets", "SurveyEstimates", "SurveyWaves", "SurveyQuestions", "Initiatives", "Milestones", "Activities", "Imports"];
        var counts = new List<string>();
        foreach (var table in tables)
            counts.Add($"{table} {await _scratch.ExecuteAsync($"SELECT count(*) FROM {table}")}");
        return string.Join(", ", counts);
    }
}
