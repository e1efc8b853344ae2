using ControlStrategy.Benchmarks;

await BenchmarkServer.Create(args).RunAsync();
