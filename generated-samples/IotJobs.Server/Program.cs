namespace IotJobs.Server;

/// <summary>A service in memory with one job for one thing. More come as the control plane of AWS makes them, and anybody may.</summary>
internal static class Program
{
    public static async Task Main(string[] args)
    {
        var jobs = new InMemoryJobsDataPlane();
        await jobs.CreateJobExecutionAsync(new() { ThingName = "thing-1", JobId = "job-1", JobDocument = """{"operation":"reboot"}""" });

        await using var app = WebApplication.CreateSlimBuilder(args).Build();
        app.MapJobsDataPlane(jobs);
        app.MapJobsDataPlaneEnvironment(jobs);
        await app.RunAsync();
    }
}
