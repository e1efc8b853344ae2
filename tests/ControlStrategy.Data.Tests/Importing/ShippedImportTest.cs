using ControlStrategy.Data.Importing;
using ControlStrategy.Domain.Imports;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

/// <summary>Gives every test a database of its own with what ships. Not sealed: the test classes derive from it.</summary>
public abstract class ShippedImportTest(ImportKind kind) : IAsyncLifetime
{
    internal ImportDatabase Database { get; private set; } = null!;

    public async Task InitializeAsync() => Database = await ImportDatabase.CreateShippedAsync();

    public async Task DisposeAsync() => await Database.DisposeAsync();

    /// <summary>Imports lines, the header first, an hour after the import before.</summary>
    internal Task<ImportReport> ImportAsync(params string[] lines) => ImportAsync(acceptValid: false, lines);

    internal Task<ImportReport> ImportAsync(bool acceptValid, params string[] lines)
    {
        Database.Clock.Advance(TimeSpan.FromHours(1));
        return Database.ImportAsync(kind, string.Join('\n', lines) + "\n", acceptValid);
    }

    /// <summary>Asserts that the lines are kept out by one rejection.</summary>
    internal async Task RejectsAsync(string[] lines, long line, string column, string value, string reason)
    {
        var report = await ImportAsync(lines);
        var rejected = Assert.Single(Database.Rejections);
        Assert.Equal((line, column, value), (rejected.Line, rejected.Column, rejected.Value));
        Assert.Contains(reason, rejected.Reason, StringComparison.Ordinal);
        Assert.Equal((1, false), (report.Rejected, report.IsImported));
        Assert.Equal(0, await Database.CountAsync<Import>());
    }

    /// <summary>What became of the rows: new, corrected, unchanged, rejected.</summary>
    internal static (int New, int Corrected, int Unchanged, int Rejected) Outcome(ImportReport report) =>
        (report.New, report.Corrected, report.Unchanged, report.Rejected);
}
