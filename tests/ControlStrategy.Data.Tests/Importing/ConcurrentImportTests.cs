using ControlStrategy.Data.Importing;
using ControlStrategy.Domain.Imports;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

public sealed class ConcurrentImportTests : ImportTest
{
    private const string Good = "S12000033,2021/2022,Count,all-crimes,15781";

    [Fact]
    public async Task Two_imports_at_once_run_one_after_the_other()
    {
        string[] paths = [.. Enumerable.Range(0, 2).Select(number => Database.Write($"{number}.csv", Lines([CrimeHeader, .. ManyRows(2_000 + number)])))];

        var reports = await Task.WhenAll(paths.Select(path => Task.Run(() => Database.ImportFileAsync(ImportKind.RecordedCrime, path))));

        Assert.Equal(2_001, reports.Sum(report => report.New));
        Assert.Equal(2_000, reports.Sum(report => report.Unchanged));
        Assert.Equal(2_001, (await Database.ObservationsAsync()).Count);
    }

    [Fact]
    public async Task The_same_file_twice_at_once_is_imported_once()
    {
        var path = Database.Write("many.csv", Lines([CrimeHeader, .. ManyRows(2_000)]));

        var reports = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Database.ImportFileAsync(ImportKind.RecordedCrime, path))));

        Assert.Single(reports, report => report.AlreadyImportedAt is not null);
        Assert.Equal(1, await Database.CountAsync<Import>());
    }

    [Fact]
    public async Task A_database_somebody_else_writes_to_is_reported_with_what_to_do()
    {
        await using var other = await Database.Contexts.CreateDbContextAsync();
        await using var writing = await other.Database.BeginTransactionAsync();
        var importer = new Importer(new ImpatientContexts(Database.FilePath), Database.Clock);

        var refusal = await Assert.ThrowsAsync<StrategyDatabaseException>(() => importer.ImportAsync(
            ImportKind.RecordedCrime, Database.Write("figures.csv", Lines(CrimeHeader, Good)), new ImportOptions { LongestWait = TimeSpan.Zero }));

        Assert.Equal($"The database {Database.FilePath} is locked by another program. End that program or try again later.", refusal.Message);
    }

    [Fact]
    public async Task A_database_that_cannot_be_written_is_reported_with_what_to_do()
    {
        var importer = new Importer(new ImpatientContexts(Database.FilePath, SqliteOpenMode.ReadOnly), Database.Clock);

        var refusal = await Assert.ThrowsAsync<StrategyDatabaseException>(() => importer.ImportAsync(
            ImportKind.RecordedCrime, Database.Write("figures.csv", Lines(CrimeHeader, Good)), new ImportOptions()));

        Assert.Contains("is read-only. Let this user write the file", refusal.Message, StringComparison.Ordinal);
    }

    private sealed class ImpatientContexts(string path, SqliteOpenMode mode = SqliteOpenMode.ReadWrite) : IDbContextFactory<StrategyContext>
    {
        private readonly string _connection = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            DefaultTimeout = 1,
            Pooling = false,
        }.ConnectionString;

        public StrategyContext CreateDbContext() => new(new DbContextOptionsBuilder<StrategyContext>().UseSqlite(_connection).Options);
    }
}
