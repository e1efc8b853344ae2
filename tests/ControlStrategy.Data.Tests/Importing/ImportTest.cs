using ControlStrategy.Data.Importing;
using ControlStrategy.Domain.Imports;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

/// <summary>Gives every test a database of its own. Not sealed: the test classes derive from it.</summary>
public abstract class ImportTest : IAsyncLifetime
{
    protected const string CrimeHeader = "FeatureCode,DateCode,Measurement,CrimeOrOffence,Value";
    protected const string TidyHeader = "measure,area,period,value,numerator,denominator,status";
    protected const string PopulationHeader = "area_code,area_name,mid_year,population_all_ages,population_16_and_over";

    internal ImportDatabase Database { get; private set; } = null!;

    public async Task InitializeAsync() => Database = await ImportDatabase.CreateAsync();

    public async Task DisposeAsync() => await Database.DisposeAsync();

    internal Task<ImportReport> CrimeAsync(params string[] rows) => Database.ImportAsync(ImportKind.RecordedCrime, Lines([CrimeHeader, .. rows]));

    internal Task<ImportReport> TidyAsync(params string[] rows) => Database.ImportAsync(ImportKind.Observations, Lines([TidyHeader, .. rows]));

    internal Task<ImportReport> PopulationAsync(params string[] rows) => Database.ImportAsync(ImportKind.Population, Lines([PopulationHeader, .. rows]));

    /// <summary>Asserts that the only rejection is this one, and that nothing was written.</summary>
    internal async Task AssertRejectedAsync(ImportReport report, long line, string column, string value, string reason)
    {
        Assert.Equal(new RejectedRow("figures.csv", line, column, value, reason), Assert.Single(Database.Rejections));
        Assert.Equal((1, false), (report.Rejected, report.IsImported));
        Assert.Equal(0, await Database.CountAsync<Import>());
        Assert.Empty(await Database.ObservationsAsync());
    }

    /// <summary>Valid rows of recorded crime, no two alike.</summary>
    protected static IEnumerable<string> ManyRows(int count) =>
        from number in Enumerable.Range(0, count)
        let month = new DateOnly(1900, 1, 1).AddMonths(number / 4)
        select $"S120000{(number % 2 == 0 ? 33 : 36)},{month:yyyy-MM},Count,{(number / 2 % 2 == 0 ? "all-crimes" : "crimes-group-3-shoplifting")},{number}";

    protected static string Lines(params string[] lines) => string.Join('\n', lines) + "\n";
}
