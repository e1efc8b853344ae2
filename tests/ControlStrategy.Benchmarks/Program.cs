using BenchmarkDotNet.Running;
using ControlStrategy.Benchmarks;

return args switch
{
    ["serve", var database, var address] => await ServeAsync(database, address),
    ["documents", var database, var count] => await DistinctDocuments.RunAsync(database, int.Parse(count, null), Console.Out),
    ["scorecard", var database, var rounds] => await ScorecardBenchmark.RunAsync(database, int.Parse(rounds, null), Console.Out),
    ["pivot", var database, var rounds] => await PivotBenchmark.RunAsync(database, int.Parse(rounds, null), Console.Out),
    ["comparison", var database, var rounds] => await ComparisonBenchmark.RunAsync(database, int.Parse(rounds, null), Console.Out),
    ["delivery", var database, var rounds] => await DeliveryBenchmark.RunAsync(database, int.Parse(rounds, null), Console.Out),
    ["measure", var database, .. var others] => Measure(database, others),
    _ => Explain(),
};

static async Task<int> ServeAsync(string database, string address)
{
    await BenchmarkServer.Create(database, address).RunAsync();
    return 0;
}

static int Measure(string database, string[] others)
{
    Environment.SetEnvironmentVariable(EngineBenchmarks.DatabaseVariable, Path.GetFullPath(database));
    // Here, so that it runs from any folder: another process would have to be generated and built first.
    var summary = BenchmarkRunner.Run<EngineBenchmarks>(args: ["--inProcess", .. others]);
    return summary.Reports.Length > 0 && summary.Reports.All(report => report.Success) ? 0 : 1;
}

static int Explain()
{
    Console.Error.WriteLine("""
        serve     DATABASE ADDRESS   the engine over the benchmark database, for a load generator
        measure   DATABASE           one operation in this process, beside the same rows read by hand-written SQL;
                                     arguments of BenchmarkDotNet may follow, such as --job short
        scorecard DATABASE ROUNDS    60 measures in 49 areas over 120 months over HTTP, beside the same sums by hand-written SQL; a ten-year series.
                                     Makes the database where there is none
        pivot     DATABASE ROUNDS    60 measures x 49 areas x 5 years as one matrix over HTTP, beside the same rows by hand-written SQL; the same database
        comparison DATABASE ROUNDS   a funnel of 32 areas and an evaluation over HTTP, beside the same sums by hand-written SQL; the same database
        delivery  DATABASE ROUNDS    20,000 milestones, 200,000 activities and 2,000 plans over HTTP, beside the same counts by hand-written SQL;
                                     the map of the strategy. Makes the database where there is none
        documents DATABASE COUNT     as many distinct documents, one after the other: time of a cold plan, memory, sizes of the caches
        """);
    return 1;
}
