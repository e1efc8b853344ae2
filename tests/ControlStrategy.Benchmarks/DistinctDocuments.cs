using System.Diagnostics;
using ControlStrategy.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace ControlStrategy.Benchmarks;

/// <summary>A stream of documents none of which was seen before: what a cold plan costs, and that the caches stay bounded.</summary>
internal static class DistinctDocuments
{
    private const int Reports = 5;

    public static async Task<int> RunAsync(string database, int count, TextWriter output)
    {
        await using var app = BenchmarkServer.Create(database, "http://127.0.0.1:0");
        var engine = app.Services.GetRequiredService<GraphQLEngine>();
        await RunAsync(engine, app.Services, "first");
        var slowest = TimeSpan.Zero;
        var whole = Stopwatch.StartNew();
        for (var i = 1; i <= count; i++)
        {
            var one = Stopwatch.StartNew();
            await RunAsync(engine, app.Services, FormattableString.Invariant($"d{i}"));
            if (one.Elapsed > slowest) slowest = one.Elapsed;
            if (i % Math.Max(count / Reports, 1) == 0) Report(i, whole.Elapsed, slowest, output);
        }
        return 0;
    }

    private static async Task RunAsync(GraphQLEngine engine, IServiceProvider services, string alias)
    {
        var document = $$"""{ {{alias}}: measures(first: 5, where: { unit: { neq: "x" } }) { nodes { code name outcome { code } } } }""";
        using var answer = await engine.QueryAsync(document, null, new Dictionary<string, object?>(), services, CancellationToken.None);
        if (!answer.RootElement.TryGetProperty("data", out _)) throw new InvalidOperationException(answer.RootElement.ToString());
    }

    private static void Report(int documents, TimeSpan elapsed, TimeSpan slowest, TextWriter output)
    {
        var managed = GC.GetTotalMemory(forceFullCollection: true) / 1_048_576.0;
        using var process = Process.GetCurrentProcess();
        output.WriteLine(FormattableString.Invariant(
            $"{documents} documents: {elapsed.TotalMilliseconds / documents:0.00} ms each, slowest {slowest.TotalMilliseconds:0.0} ms; {managed:0.0} MiB managed, {process.WorkingSet64 / 1_048_576.0:0.0} MiB resident"));
    }
}
