using ControlStrategy.Data.Importing;
using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Domain.Imports;
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
    public async Task An_import_leaves_no_table_of_its_own_on_the_connection()
    {
        await CrimeAsync(Good);

        Assert.Equal(0, await Database.ReadAsync(x => x.Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM sqlite_temp_master").SingleAsync()));
        Assert.Equal(1, (await CrimeAsync(Good, Bad.Replace("abc", "1", StringComparison.Ordinal))).New);
    }

    private static void Rewrite(string path)
    {
        using var writer = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        writer.Seek(-2, SeekOrigin.End);
        writer.WriteByte((byte)'0');
    }
}
