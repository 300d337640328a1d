using JobsSpecGen.Conformance.Tests.Counter;

namespace JobsSpecGen.Conformance.Tests;

public class CounterTests
{
    private static readonly CounterSuite Suite = new();

    [Fact]
    public async Task A_service_without_rows_is_verified_too()
    {
        var report = await Run(new CounterTarget(Suite));
        Assert.Empty(report.Clauses.Where(c => c.Verdict != Verdict.Verified).Select(c => $"{c.Clause.Id}: {c.Verdict} {c.Reason}"));
    }

    [Fact]
    public async Task A_lost_count_is_found() => Assert.Equal(["add.counts"], Violated(await Run(new CounterTarget(Suite, lost: 1))));

    [Fact]
    public async Task A_limit_that_is_ignored_is_found() => Assert.Equal(["add.limit"], Violated(await Run(new CounterTarget(Suite, limit: 99))));

    [Fact]
    public async Task A_limit_that_comes_too_early_is_found() => Assert.Equal(["add.limit"], Violated(await Run(new CounterTarget(Suite, limit: 2))));

    [Fact]
    public async Task A_counter_for_all_is_found() => Assert.Contains("counter.isolation", Violated(await Run(new CounterTarget(Suite, limit: 3, isShared: true))));

    private static Task<ConformanceReport> Run(CounterTarget target) =>
        new ConformanceRun(Suite, () => target, "counter").ReportAsync(TestContext.Current.CancellationToken);

    private static IEnumerable<string> Violated(ConformanceReport report) =>
        report.Clauses.Where(c => c.Verdict == Verdict.Violated).Select(c => c.Clause.Id);
}
