using JobsSpecGen.Conformance.Tests.Desk;

namespace JobsSpecGen.Conformance.Tests;

public class ProgressTests
{
    [Fact]
    public async Task Every_case_is_told_with_its_verdict_in_the_order_of_the_plan()
    {
        var log = new Log();

        var report = await RunAsync(log, new());

        var judged = log.Told.Where(p => p.Verdict is not null).ToList();
        Assert.Equal(report.Cases.Select(c => (c.Kind, c.Name, (Verdict?)c.Verdict)), judged.Select(p => (p.Kind, p.Name, p.Verdict)));
        Assert.Equal(Enumerable.Range(1, report.Cases.Count), judged.Select(p => p.Done));
        Assert.All(log.Told, p => Assert.Equal(report.Cases.Count, p.Total));
    }

    [Fact]
    public async Task Directed_cases_are_told_when_they_are_tried_before_any_has_a_verdict()
    {
        var log = new Log();

        await RunAsync(log, new());

        var tried = log.Told.TakeWhile(p => p.Verdict is null).ToList();
        Assert.All(log.Told.Skip(tried.Count), p => Assert.NotNull(p.Verdict));
        Assert.All((CaseKind[])[CaseKind.Witness, CaseKind.Boundary, CaseKind.Transition], kind => Assert.Contains(tried, p => p.Kind == kind));
        Assert.All(tried, p => Assert.Equal(0, p.Done));
        Assert.Equal(tried.Count, tried.DistinctBy(p => (p.Kind, p.Name)).Count());
    }

    [Fact]
    public async Task Of_chosen_clauses_only_their_cases_count()
    {
        var log = new Log();

        var report = await RunAsync(log, new() { Clauses = ["update.version"] });

        Assert.All(log.Told, p => Assert.Equal(report.Cases.Count, p.Total));
        Assert.Equal(report.Cases.Count, log.Told[^1].Done);
    }

    private static Task<ConformanceReport> RunAsync(Log log, ConformanceOptions options) =>
        new ConformanceRun(DeskSuite.Instance, () => new DeskTarget { Options = options }, "desk", progress: log).ReportAsync(TestContext.Current.CancellationToken);

    private sealed class Log : IProgress<CaseProgress>
    {
        public List<CaseProgress> Told { get; } = [];

        public void Report(CaseProgress value) => Told.Add(value);
    }
}
