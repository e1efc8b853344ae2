using ControlStrategy.Data.Importing;
using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Domain.Imports;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

public sealed class AllOrNothingTests : ImportTest
{
    private const string Good = "S12000033,2021/2022,Count,all-crimes,15781";
    private const string Bad = "S12000033,2020/2021,Count,all-crimes,abc";

    [Fact]
    public async Task With_accept_valid_the_good_rows_are_written_and_the_bad_ones_listed()
    {
        var report = await Database.ImportAsync(ImportKind.RecordedCrime, Lines(CrimeHeader, Bad, Good), acceptValid: true);

        Assert.Equal((2, 1, 1, true), (report.Read, report.New, report.Rejected, report.IsImported));
        Assert.Equal("figures.csv:2: Value \"abc\" is not a number: write digits, with a point before decimals and nothing else", Assert.Single(Database.Rejections).ToString());
        Assert.Single(await Database.ObservationsAsync());
        Assert.Equal((1, 1), await Database.ReadAsync(async x => (await x.Imports.SingleAsync() is var i ? (i.New, i.Rejected) : default)));
    }

    [Fact]
    public async Task With_accept_valid_and_no_valid_row_nothing_is_written()
    {
        var report = await Database.ImportAsync(ImportKind.RecordedCrime, Lines(CrimeHeader, Bad), acceptValid: true);

        Assert.Equal((1, false), (report.Rejected, report.IsImported));
        Assert.Equal(0, await Database.CountAsync<Import>());
    }

    [Fact]
    public async Task A_rejected_row_undoes_corrections_made_before_it()
    {
        await CrimeAsync(Good);

        await CrimeAsync(Good.Replace("15781", "2", StringComparison.Ordinal), Bad);

        Assert.Equal(["all-crimes S12000033 2021-04-01 2022-03-31 15781"], await Database.ObservationsAsync());
    }

    [Fact]
    public async Task Progress_is_told_every_thousand_rows_and_at_the_end()
    {
        var told = new List<int>();
        var path = Database.Write("many.csv", Lines([CrimeHeader, .. ManyRows(2_500)]));

        await Database.Importer.ImportAsync(ImportKind.RecordedCrime, path, new ImportOptions { RowsRead = told.Add });

        Assert.Equal([1_000, 2_000, 2_500], told);
    }

    [Fact]
    public async Task A_cancelled_import_leaves_nothing_behind_and_can_be_made_again()
    {
        using var stop = new CancellationTokenSource();
        var path = Database.Write("many.csv", Lines([CrimeHeader, .. ManyRows(2_500)]));
        var options = new ImportOptions { RowsRead = rows => stop.Cancel() };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Database.Importer.ImportAsync(ImportKind.RecordedCrime, path, options, stop.Token));

        Assert.Equal((0, 0), (await Database.CountAsync<Import>(), (await Database.ObservationsAsync()).Count));
        Assert.Equal(2_500, (await Database.ImportFileAsync(ImportKind.RecordedCrime, path)).New);
    }

    [Fact]
    public async Task A_file_changed_while_it_is_read_is_refused()
    {
        var path = Database.Write("growing.csv", Lines([CrimeHeader, .. ManyRows(5_000)]));
        // The first rows have been read by then, the last ones have not.
        var options = new ImportOptions { RowsRead = rows => Rewrite(path) };

        await Assert.ThrowsAsync<ImportFileChangedException>(() => Database.Importer.ImportAsync(ImportKind.RecordedCrime, path, options));

        Assert.Empty(await Database.ObservationsAsync());
    }

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

    [Fact]
    public async Task An_import_leaves_no_table_of_its_own_on_the_connection()
    {
        await CrimeAsync(Good);

        Assert.Equal(0, await Database.ReadAsync(x => x.Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM sqlite_temp_master").SingleAsync()));
        Assert.Equal(1, (await CrimeAsync(Good, Bad.Replace("abc", "1", StringComparison.Ordinal))).New);
    }

    private static IEnumerable<string> ManyRows(int count) =>
        from number in Enumerable.Range(0, count)
        let month = new DateOnly(1900, 1, 1).AddMonths(number / 4)
        select $"S120000{(number % 2 == 0 ? 33 : 36)},{month:yyyy-MM},Count,{(number / 2 % 2 == 0 ? "all-crimes" : "crimes-group-3-shoplifting")},{number}";

    private static void Rewrite(string path)
    {
        using var writer = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        writer.Seek(-2, SeekOrigin.End);
        writer.WriteByte((byte)'0');
    }

    private sealed class ImpatientContexts(string path, SqliteOpenMode mode = SqliteOpenMode.ReadWrite) : IDbContextFactory<StrategyContext>
    {
        private readonly string _connection = new SqliteConnectionStringBuilder
        {
            DataSource = path, Mode = mode, DefaultTimeout = 1, Pooling = false,
        }.ConnectionString;

        public StrategyContext CreateDbContext() => new(new DbContextOptionsBuilder<StrategyContext>().UseSqlite(_connection).Options);
    }
}
