using JobsSpecGen.Conformance.Tests.Desk;

namespace JobsSpecGen.Conformance.Tests;

public class ProgressTests
{
    [Fact]
    public async Task Every_test_case_is_reported_with_its_verdict_in_the_order_of_the_plan()
    {
        var log = new Log();

        var report = await RunAsync(log, new());

        var judged = log.Reported.Where(p => p.Verdict is not null).ToList();
        Assert.Equal(report.Cases.Select(c => (c.Kind, c.Name, (Verdict?)c.Verdict)), judged.Select(p => (p.Kind, p.Name, p.Verdict)));
        Assert.Equal(Enumerable.Range(1, report.Cases.Count), judged.Select(p => p.Done));
        Assert.All(log.Reported, p => Assert.Equal(report.Cases.Count, p.Total));
    }

    [Fact]
    public async Task Dry_run_of_directed_test_cases_is_reported_before_the_first_verdict()
    {
        var log = new Log();

        await RunAsync(log, new());

        var dryRun = log.Reported.TakeWhile(p => p.Verdict is null).ToList();
        Assert.All(log.Reported.Skip(dryRun.Count), p => Assert.NotNull(p.Verdict));
        Assert.All((CaseKind[])[CaseKind.Witness, CaseKind.Boundary, CaseKind.Transition], kind => Assert.Contains(dryRun, p => p.Kind == kind));
        Assert.All(dryRun, p => Assert.Equal(0, p.Done));
        Assert.Equal(dryRun.Count, dryRun.DistinctBy(p => (p.Kind, p.Name)).Count());
    }

    [Fact]
    public async Task Total_counts_the_test_cases_of_selected_clauses_only()
    {
        var log = new Log();

        var report = await RunAsync(log, new() { Clauses = ["update.version"] });

        Assert.All(log.Reported, p => Assert.Equal(report.Cases.Count, p.Total));
        Assert.Equal(report.Cases.Count, log.Reported[^1].Done);
    }

    private static Task<ConformanceReport> RunAsync(Log log, ConformanceOptions options) =>
        new ConformanceRun(DeskSuite.Instance, () => new DeskTarget { Options = options }, "desk", progress: log).ReportAsync(TestContext.Current.CancellationToken);

    private sealed class Log : IProgress<CaseProgress>
    {
        public List<CaseProgress> Reported { get; } = [];

        public void Report(CaseProgress value) => Reported.Add(value);
    }
}
