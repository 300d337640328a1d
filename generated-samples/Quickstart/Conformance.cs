namespace IotJobs.Quickstart;

/// <summary>Runs the suite that the generator made from the spec.</summary>
internal static class Conformance
{
    public static Task<ConformanceReport> CheckAsync(IAnsiConsole console, Func<JobsDataPlaneBackend> createBackend, string name)
    {
        console.MarkupLineInterpolated($"Testing [bold]{name}[/] ...");
        var run = new ConformanceRun(JobsDataPlaneSuite.Instance, createBackend, name);
        return run.ReportAsync(CancellationToken.None);
    }
}
