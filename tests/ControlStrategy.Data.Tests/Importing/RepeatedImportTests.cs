using ControlStrategy.Data.Importing;
using ControlStrategy.Domain.Imports;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

public sealed class RepeatedImportTests : ImportTest
{
    private const string Row = "S12000033,2021/2022,Count,all-crimes,15781";
    private const string Ratio = "S12000033,2021/2022,Ratio,all-crimes,693.1";
    private const string Correction = "S12000033,2021/2022,Count,all-crimes,15782";

    [Fact]
    public async Task The_same_content_again_changes_nothing_and_says_when_it_was_imported_whatever_the_file_is_called()
    {
        await CrimeAsync(Row, Ratio);
        Database.Clock.Advance(TimeSpan.FromDays(1));

        var report = await Database.ImportFileAsync(ImportKind.RecordedCrime, Database.Write("copy.csv", Lines(CrimeHeader, Row, Ratio)));

        Assert.Equal((ImportDatabase.Start, null, true), (report.AlreadyImportedAt, report.RecordedAt, report.IsImported));
        Assert.Equal((2, 0, 0, 1, 0), (report.Read, report.New, report.Corrected, report.Unchanged, report.Rejected));
        Assert.Equal(1, Assert.Single(report.NotStored).Value);
        Assert.Equal((1, 1), (await Database.CountAsync<Import>(), (await Database.ObservationsAsync()).Count));
    }

    [Fact]
    public async Task The_same_figures_in_another_file_change_nothing_but_the_list_of_imports()
    {
        await CrimeAsync(Row);

        var report = await CrimeAsync(Row, Ratio);

        Assert.Equal((0, 0, 1, null), (report.New, report.Corrected, report.Unchanged, report.AlreadyImportedAt));
        Assert.Equal((2, 1), (await Database.CountAsync<Import>(), (await Database.ObservationsAsync()).Count));
    }

    [Fact]
    public async Task After_a_correction_the_first_file_corrects_back()
    {
        await CrimeAsync(Row);
        await CrimeAsync(Correction);

        var report = await CrimeAsync(Row);

        Assert.Equal((1, null), (report.Corrected, report.AlreadyImportedAt));
        Assert.EndsWith(" 15781", (await Database.ObservationsAsync())[^1], StringComparison.Ordinal);
        Assert.NotNull((await CrimeAsync(Row)).AlreadyImportedAt);
    }

    [Fact]
    public async Task What_a_publisher_states_takes_the_place_of_the_same_value_from_anybody_else()
    {
        await TidyAsync("all-crimes,S12000033,2021/22,15781,,,");

        Assert.Equal((0, 1, 0), await CountsAsync(CrimeAsync(Row)));
        var sources = await Database.ReadAsync(context => context.Observations.IgnoreQueryFilters().OrderBy(x => x.Id).Select(x => x.Source).ToListAsync());
        Assert.Equal(["Management information, figures.csv", "Scottish Government"], sources);
        Assert.Equal((0, 0, 1), await CountsAsync(TidyAsync("all-crimes,S12000033,2021/22,15781,,,final")));

        static async Task<(int, int, int)> CountsAsync(Task<ImportReport> import) => await import is var report ? (report.New, report.Corrected, report.Unchanged) : default;
    }

    [Fact]
    public async Task A_correction_in_our_own_format_counts_as_one_too()
    {
        await CrimeAsync(Row);
        await TidyAsync("all-crimes,S12000033,2021/22,15782,,,");

        Assert.Equal(1, (await CrimeAsync(Row)).Corrected);
    }

    [Fact]
    public async Task An_import_of_populations_in_between_does_not_matter()
    {
        await CrimeAsync(Row);
        await PopulationAsync("S12000033,,2018,227560,192727");

        Assert.NotNull((await CrimeAsync(Row)).AlreadyImportedAt);
    }

    [Fact]
    public async Task A_file_some_of_whose_rows_were_left_out_is_read_again()
    {
        var content = Lines(CrimeHeader, Row, "S12000077,2021/2022,Count,all-crimes,9");
        await Database.ImportAsync(ImportKind.RecordedCrime, content, acceptValid: true);
        await using (var context = await Database.Contexts.CreateDbContextAsync())
        {
            context.Add(Sample.Area("S12000077"));
            await context.SaveChangesAsync();
        }

        var report = await Database.ImportAsync(ImportKind.RecordedCrime, content);

        Assert.Equal((1, 1, null), (report.New, report.Unchanged, report.AlreadyImportedAt));
    }

    [Fact]
    public async Task The_list_of_imports_keeps_hash_and_counts()
    {
        await CrimeAsync(Row);
        await CrimeAsync(Correction, Ratio);

        var import = await Database.ReadAsync(context => context.Imports.OrderBy(x => x.Id).LastAsync());

        var content = System.Text.Encoding.UTF8.GetBytes(Lines(CrimeHeader, Correction, Ratio));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)), import.Sha256);
        Assert.Equal((2, 0, 1, 0, 1, 0), (import.RowsRead, import.New, import.Corrected, import.Unchanged, import.NotStored, import.Rejected));
    }
}
