using IotJobsData;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace JobsSpecGen.CompiledTests.Http;

/// <summary>The reference of the jobs behind the emitted endpoints, the emitted client before them.</summary>
internal sealed class JobsOverHttp : IAsyncDisposable
{
    private JobsOverHttp(HttpHost host, InMemoryJobsDataPlane reference)
    {
        Host = host;
        Reference = reference;
        Client = new JobsDataPlaneHttpClient(host.Http);
    }

    public HttpHost Host { get; }

    public InMemoryJobsDataPlane Reference { get; }

    public JobsDataPlaneHttpClient Client { get; }

    public static async Task<JobsOverHttp> StartAsync(
        Func<HttpContext, string, ValueTask<bool>>? authorize = null,
        IJobsDataPlane? service = null,
        JobsDataPlaneSigV4Verifier? signatures = null,
        Action<KestrelServerOptions>? kestrel = null)
    {
        var reference = new InMemoryJobsDataPlane();
        return new(
            await HttpHost.StartAsync(
                app =>
                {
                    app.MapJobsDataPlane(service ?? reference, authorize, signatures: signatures);
                    app.MapJobsDataPlaneEnvironment(reference, authorize, signatures: signatures);
                },
                kestrel),
            reference);
    }

    /// <summary>Queues an execution.</summary>
    public ValueTask QueueAsync(string thingName, string jobId, string document = """{"operation":"reboot"}""") => Reference.CreateJobExecutionAsync(
        new() { ThingName = thingName, JobId = jobId, JobDocument = document }, TestContext.Current.CancellationToken);

    /// <summary>The execution as it is stored.</summary>
    public async Task<JobExecution?> StoredAsync(string thingName, string jobId) =>
        (await Reference.DescribeJobExecutionAsync(new() { ThingName = thingName, JobId = jobId, IncludeJobDocument = true }, TestContext.Current.CancellationToken)).Execution;

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
