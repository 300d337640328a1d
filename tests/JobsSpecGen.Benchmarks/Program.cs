using BenchmarkDotNet.Running;
using JobsSpecGen.Benchmarks;

// dotnet run -c Release --project tests/JobsSpecGen.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(JsonBenchmarks).Assembly).Run(args);
