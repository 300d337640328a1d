using System.Net;
using IotJobsData;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace JobsSpecGen.Benchmarks.Load;

/// <summary>
/// One server with three sets of endpoints of the same shape: minimal APIs that read the body and say nothing, the emitted endpoints
/// before a service that has its answers ready, and the emitted endpoints before the reference.
/// </summary>
internal static class LoadServer
{
    public static async Task<WebApplication> StartAsync(int things)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var app = builder.Build();
        MapEmpty(app.MapGroup("/empty"));
        app.MapGroup("/ready").MapJobsDataPlane(new ReadyJobs());
        app.MapGroup("/reference").MapJobsDataPlane(await ReferenceAsync(things));
        await app.StartAsync();
        return app;
    }

    private static void MapEmpty(RouteGroupBuilder group)
    {
        group.MapGet("/things/{thingName}/jobs", (string thingName) => TypedResults.Ok());
        group.MapGet("/things/{thingName}/jobs/{jobId}", (string thingName, string jobId) => TypedResults.Ok());
        group.MapPut("/things/{thingName}/jobs/$next", async (string thingName, HttpRequest request) => await ReadAsync(request));
        group.MapPost("/things/{thingName}/jobs/{jobId}", async (string thingName, string jobId, HttpRequest request) => await ReadAsync(request));
    }

    private static async Task<IResult> ReadAsync(HttpRequest request)
    {
        while (await request.BodyReader.ReadAsync() is var read)
        {
            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                break;
            }
        }

        return TypedResults.Ok();
    }

    private static async Task<InMemoryJobsDataPlane> ReferenceAsync(int things)
    {
        var reference = new InMemoryJobsDataPlane();
        for (var i = 0; i < things; i++)
        {
            await reference.CreateJobExecutionAsync(new() { ThingName = "thing-" + i, JobId = "job-1", JobDocument = """{"operation":"reboot"}""" });
            await reference.StartNextPendingJobExecutionAsync(new() { ThingName = "thing-" + i });
        }

        return reference;
    }
}
