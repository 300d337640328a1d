using BenchmarkDotNet.Running;
using JobsSpecGen.Benchmarks;
using JobsSpecGen.Benchmarks.Load;

// dotnet run -c Release --project tests/JobsSpecGen.Benchmarks -- --filter '*'
// dotnet run -c Release --project tests/JobsSpecGen.Benchmarks -- load [connections [rounds [seconds of a round]]]
if (args is ["load", .. var options])
{
    await LoadRun.RunAsync(LoadOptions.Of(options), Console.Out);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(JsonBenchmarks).Assembly).Run(args);
}
