using System.Text.Json;
using IotJobsData;

namespace Kiln;

/// <summary>A kiln and its server in one process: each artefact that the generator emits does something that its answer shows.</summary>
internal static class Program
{
    private static readonly JobsDataPlaneSigV4Credentials s_key = new("kiln", "secret");

    public static async Task Main()
    {
        var jobs = new InMemoryJobsDataPlane();
        await jobs.CreateJobExecutionAsync(new() { ThingName = "kiln-1", JobId = "firing-1", JobDocument = """{"celsius":1220}""" });

        await using var app = Server(jobs);
        await app.StartAsync();
        var address = new Uri(app.Urls.First());
        using var http = new HttpClient(new JobsDataPlaneSigV4Handler(s_key, "eu-central-1") { InnerHandler = new SocketsHttpHandler() });
        await LiveAsync(new JobsDataPlaneHttpClient(http, address));

        Console.WriteLine($"unsigned: {(int)(await new HttpClient().GetAsync(new Uri(address, "/things/kiln-1/jobs"))).StatusCode}");
        using var description = JsonDocument.Parse(await http.GetStringAsync(new Uri(address, "/openapi.json")));
        Console.WriteLine($"openapi: {description.RootElement.GetProperty("openapi").GetString()}");
    }

    private static WebApplication Server(InMemoryJobsDataPlane jobs)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapJobsDataPlane(jobs, signatures: new((id, _) => ValueTask.FromResult(id == s_key.AccessKeyId ? s_key : null), "eu-central-1"));
        app.MapJobsDataPlaneEnvironment(jobs);
        app.MapJobsDataPlaneOpenApi();
        return app;
    }

    private static async Task LiveAsync(IJobsDataPlane jobs)
    {
        var started = await jobs.StartNextPendingJobExecutionAsync(new() { ThingName = "kiln-1" });
        Console.WriteLine($"started: {started.Execution?.JobId} {started.Execution?.JobDocument}");

        var options = new JsonSerializerOptions { TypeInfoResolver = JobsDataPlaneJson.TypeInfoResolver };
        var text = JsonSerializer.Serialize(started.Execution!, options.GetTypeInfo(typeof(JobExecution)));
        Console.WriteLine($"codec: {started.Execution == JobsDataPlaneJson.DeserializeJobExecution(System.Text.Encoding.UTF8.GetBytes(text))}");

        var request = new UpdateJobExecutionRequest { ThingName = "kiln-1", JobId = "firing-1", Status = JobExecutionStatus.Succeeded };
        try
        {
            await jobs.UpdateJobExecutionAsync(request with { ExpectedVersion = 7 });
        }
        catch (VersionMismatchException e)
        {
            Console.WriteLine($"refused: {e.Code}");
        }

        await jobs.UpdateJobExecutionAsync(request);
        var pending = await jobs.GetPendingJobExecutionsAsync(new() { ThingName = "kiln-1" });
        Console.WriteLine($"left: {pending.QueuedJobs?.Count} queued, {pending.InProgressJobs?.Count} in progress");
        Console.WriteLine($"violations: {string.Join(", ", UpdateJobExecutionRequestValidator.Validate(request with { ThingName = "no good" }).Select(v => v.Path))}");
    }
}
