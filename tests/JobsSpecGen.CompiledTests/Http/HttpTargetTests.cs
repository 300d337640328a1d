using IotJobsData;
using JobsSpecGen.CompiledTests.Harness;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.Http;

/// <summary>The suite against a URL: it knows nothing of what is behind it but what the spec says of HTTP.</summary>
public class HttpTargetTests
{
    [Fact]
    public async Task The_jobs_behind_a_URL_keep_every_clause_those_of_the_wire_among_them()
    {
        await using var jobs = await JobsOverHttp.StartAsync();
        var report = await Reports.RunAsync(JobsDataPlaneSuite.Instance, () => new Target(jobs), "jobs behind a URL");
        report.AssertAllVerified();
        Assert.All(JobsDataPlaneSuite.Instance.Spec.WireClauses.Values, id =>
            Assert.Equal(Verdict.Verified, report.Clauses.Single(c => c.Clause.Id == id).Verdict));
    }

    /// <summary>Calls go over HTTP, what the rest of the world does is done in process.</summary>
    private sealed class Target(JobsOverHttp jobs) : HttpTarget(JobsDataPlaneSuite.Instance, jobs.Host.Http.BaseAddress!, new() { Environment = new Direct(jobs.Reference) })
    {
        public override ConformanceOptions Options => base.Options with { ConcurrentRuns = TestScale.Choose(full: 100, reduced: 20), RandomSequences = TestScale.Choose(full: 200, reduced: 20) };
    }
}
