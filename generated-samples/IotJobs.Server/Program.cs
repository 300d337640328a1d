namespace IotJobs.Server;

/// <summary>A service in memory with one job for one thing. More come as the control plane of AWS makes them, and anybody may.</summary>
internal static class Program
{
    public static async Task Main(string[] args)
    {
        var jobs = new InMemoryJobsDataPlane();
        await jobs.CreateJobExecutionAsync(new() { ThingName = "thing-1", JobId = "job-1", JobDocument = """{"operation":"reboot"}""" });

        var builder = WebApplication.CreateSlimBuilder(args);
        builder.WebHost.ConfigureKestrel(ServerLimits.Set);
        await using var app = builder.Build();
        app.MapJobsDataPlane(jobs);
        app.MapJobsDataPlaneEnvironment(jobs);
        app.MapJobsDataPlaneOpenApi();
        await app.RunAsync();
    }
}
