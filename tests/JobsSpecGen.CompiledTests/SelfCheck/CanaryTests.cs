using JobsSpecGen.CompiledTests.Harness;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.SelfCheck;

/// <summary>The suites of the shipped specs find every backend that the engine makes wrong on purpose.</summary>
public class CanaryTests
{
    [Fact]
    public async Task The_jobs_suite_finds_every_canary()
    {
        var check = await CheckAsync(IotJobsData.JobsDataPlaneSuite.Instance, clock => new JobsReference(clock));
        Assert.All(check.Canaries, c => Assert.True(c.Applies, c.Name));
    }

    [Fact]
    public async Task The_lending_suite_finds_every_canary_that_applies() =>
        await CheckAsync(LendingLibrary.LendingDeskSuite.Instance, clock => new LendingReference(clock));

    private static async Task<SelfCheckReport> CheckAsync(ConformanceSuite suite, Func<TimeProvider, IConformanceTarget> reference)
    {
        var clock = new SteppingTime();
        var report = await Reports.RunAsync(suite, () => reference(clock), "reference", clock);
        var check = report.SelfCheck!;
        TestContext.Current.TestOutputHelper!.WriteLine($"{check.Canaries.Count} canaries in {check.Elapsed.TotalMilliseconds:0} ms\n"
            + string.Join("\n", check.Canaries.Select(c => $"{c.Name}: {(c.Applies ? c.FoundBy ?? "survived" : "does not apply")}")));
        Assert.Null(check.Reason);
        Assert.True(report.Conforms);
        return check;
    }

    /// <summary>A canary is looked for by directed cases, and only after the run.</summary>
    private static ConformanceOptions Few(ConformanceOptions options) => options with { RandomSequences = 10, ConcurrentRuns = 10 };

    private sealed class JobsReference(TimeProvider clock) : IotJobsData.JobsDataPlaneBackend
    {
        public override IotJobsData.IJobsDataPlane Service { get; } = new IotJobsData.InMemoryJobsDataPlane(clock);

        public override ConformanceOptions Options => Few(base.Options);
    }

    private sealed class LendingReference(TimeProvider clock) : LendingLibrary.LendingDeskBackend
    {
        public override LendingLibrary.ILendingDesk Service { get; } = new LendingLibrary.InMemoryLendingDesk(clock);

        public override ConformanceOptions Options => Few(base.Options);
    }
}
