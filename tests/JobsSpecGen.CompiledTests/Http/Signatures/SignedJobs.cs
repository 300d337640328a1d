using IotJobsData;
using JobsSpecGen.CompiledTests.Harness;
using Microsoft.AspNetCore.Http;

namespace JobsSpecGen.CompiledTests.Http.Signatures;

/// <summary>The reference of the jobs behind endpoints that take signed requests only.</summary>
internal sealed class SignedJobs : IAsyncDisposable
{
    private SignedJobs(JobsOverHttp jobs, TimeProvider clock) => (Jobs, Clock) = (jobs, clock);

    public const string Region = "eu-central-1";

    public static JobsDataPlaneSigV4Credentials Alice { get; } = new("AKIDALICE", "alice's secret");

    public static JobsDataPlaneSigV4Credentials Bob { get; } = new("AKIDBOB", "bob's secret", "bob's token");

    public JobsOverHttp Jobs { get; }

    public TimeProvider Clock { get; }

    /// <summary>What the host was asked to allow: who, and for which thing.</summary>
    public List<(string? User, string Thing)> Asked { get; } = [];

    public static async Task<SignedJobs> StartAsync(TimeProvider? clock = null)
    {
        clock ??= new TestClock();
        SignedJobs? signed = null;
        var verifier = new JobsDataPlaneSigV4Verifier(
            (id, _) => new(new[] { Alice, Bob }.FirstOrDefault(key => key.AccessKeyId == id)),
            Region,
            clock);
        signed = new(await JobsOverHttp.StartAsync((context, thing) => signed!.Allow(context, thing), signatures: verifier), clock);
        await signed.Jobs.QueueAsync("thing-1", "job-1");
        return signed;
    }

    /// <summary>A client that signs.</summary>
    public JobsDataPlaneHttpClient ClientOf(JobsDataPlaneSigV4Credentials credentials, string region = Region) =>
        new(new(new JobsDataPlaneSigV4Handler(credentials, region, Clock) { InnerHandler = new SocketsHttpHandler() }), Jobs.Host.Http.BaseAddress);

    public ValueTask DisposeAsync() => Jobs.DisposeAsync();

    private ValueTask<bool> Allow(HttpContext context, string thing)
    {
        Asked.Add((context.User.Identity?.Name, thing));
        return new(context.User.Identity is { IsAuthenticated: true, AuthenticationType: "AWS4-HMAC-SHA256" });
    }
}
