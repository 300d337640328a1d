using IotJobsData;
using JobsSpecGen.CompiledTests.Harness;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.Http;

/// <summary>The proof of client and server: with both between the suite and the reference, everything holds that holds without them.</summary>
public class HttpConformanceTests
{
    [Fact]
    public async Task The_jobs_over_HTTP_keep_every_clause()
    {
        await using var jobs = await JobsOverHttp.StartAsync();
        var report = await Reports.RunAsync(JobsDataPlaneSuite.Instance, () => new Jobs(jobs), "jobs over HTTP");
        report.AssertAllVerified();
    }

    [Fact]
    public async Task The_lending_desk_over_HTTP_keeps_every_clause()
    {
        var reference = new LendingLibrary.InMemoryLendingDesk();
        await using var host = await HttpHost.StartAsync(app => LendingLibrary.LendingDeskHttpServer.MapLendingDesk(app, reference));
        var client = new LendingLibrary.LendingDeskHttpClient(host.Http);
        var report = await Reports.RunAsync(LendingLibrary.LendingDeskSuite.Instance, () => new Desk(client, reference), "lending desk over HTTP");
        report.AssertAllVerified();
    }

    private sealed class Jobs(JobsOverHttp jobs) : JobsDataPlaneBackend
    {
        public override IJobsDataPlane Service => jobs.Client;

        public override IJobsDataPlaneEnvironment Environment => jobs.Reference;

        // Races are the reference's own; here they only show that calls meet.
        public override ConformanceOptions Options => base.Options with { ConcurrentRuns = TestScale.Choose(full: 100, reduced: 20), RandomSequences = TestScale.Choose(full: 200, reduced: 20) };
    }

    private sealed class Desk(LendingLibrary.ILendingDesk service, LendingLibrary.ILendingDeskEnvironment environment) : LendingLibrary.LendingDeskBackend
    {
        public override LendingLibrary.ILendingDesk Service => service;

        public override LendingLibrary.ILendingDeskEnvironment Environment => environment;

        public override ConformanceOptions Options => base.Options with { ConcurrentRuns = TestScale.Choose(full: 100, reduced: 20), RandomSequences = TestScale.Choose(full: 200, reduced: 20) };
    }
}
