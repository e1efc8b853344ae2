using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.Api.Tests.Faults;

/// <summary>Tests that start processes take turns: each wants the machine for itself.</summary>
[CollectionDefinition(Name)]
public sealed class ProcessTests
{
    public const string Name = "Processes";
}

/// <summary>A test with a folder of its own, in which processes work.</summary>
[Collection(ProcessTests.Name)]
public abstract class FaultTest : IDisposable
{
    /// <summary>Rows of <see cref="ManyFigures"/>.</summary>
    protected const int Many = 13_440;

    private static readonly string[] Councils =
    [
        "S12000033", "S12000034", "S12000041", "S12000035", "S12000036", "S12000005", "S12000006", "S12000042",
        "S12000008", "S12000045", "S12000010", "S12000011", "S12000014", "S12000047", "S12000049", "S12000017",
    ];

    protected string Folder { get; } = Directory.CreateTempSubdirectory("control-strategy-fault-").FullName;

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected static string[] Import(string file, string database, string kind = "observations") =>
        ["import", kind, file, "--no-demo", "--database", database];

    /// <summary>A file of monthly figures, 13,440 in 70 years, which grow the database by several megabytes.</summary>
    private protected string ManyFigures(string name = "many.csv", int added = 0, int years = 70)
    {
        var file = Path.Combine(Folder, name);
        File.WriteAllLines(file, ["measure,area,period,value", .. from council in Councils
            from year in Enumerable.Range(1900, years)
            from month in Enumerable.Range(0, 12)
            select $"all-crimes,{council},{(month < 9 ? year : year + 1)}-{(month < 9 ? month + 4 : month - 8):00},{year + month + added}"]);
        return file;
    }

    /// <summary>How many figures a server shows.</summary>
    private protected static async Task<int> ObservationsAsync(HttpClient client) =>
        (await client.DataAsync("{ observations { totalCount } }")).GetProperty("observations").GetProperty("totalCount").GetInt32();
}
