
namespace JobsSpecGen.Conformance.Tests.Counter;

public class CounterTests
{
    private static readonly CounterSuite Suite = new();

    [Fact]
    public async Task Service_without_collections_is_verified()
    {
        var report = await Run(new CounterTarget(Suite));
        Assert.Empty(report.Clauses.Where(c => c.Verdict != Verdict.Verified).Select(c => $"{c.Clause.Id}: {c.Verdict} {c.Reason}"));
    }

    [Fact]
    public async Task Lost_count_is_a_violation() => Assert.Equal(["add.counts"], Violated(await Run(new CounterTarget(Suite, lost: 1))));

    [Fact]
    public async Task Ignored_limit_is_a_violation() => Assert.Equal(["add.limit"], Violated(await Run(new CounterTarget(Suite, limit: 99))));

    [Fact]
    public async Task Limit_that_is_too_low_is_a_violation() => Assert.Equal(["add.limit"], Violated(await Run(new CounterTarget(Suite, limit: 2))));

    [Fact]
    public async Task Counter_that_all_partitions_share_is_a_violation() => Assert.Contains("counter.isolation", Violated(await Run(new CounterTarget(Suite, limit: 3, isShared: true))));

    private static Task<ConformanceReport> Run(CounterTarget target) =>
        new ConformanceRun(Suite, () => target, "counter").ReportAsync(TestContext.Current.CancellationToken);

    private static IEnumerable<string> Violated(ConformanceReport report) =>
        report.Clauses.Where(c => c.Verdict == Verdict.Violated).Select(c => c.Clause.Id);
}
