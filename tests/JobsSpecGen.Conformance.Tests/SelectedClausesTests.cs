using JobsSpecGen.Conformance.Tests.Desk;

namespace JobsSpecGen.Conformance.Tests;

public class SelectedClausesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_the_test_cases_of_selected_clauses_are_run()
    {
        var report = await RunOf(DeskFault.None, "update.version", "list.open").ReportAsync(Stop);

        Assert.NotEmpty(report.Cases);
        Assert.All(report.Cases, c => Assert.Contains(c.Clause, (string[])["update.version", "list.open"]));
        Assert.Equal(["list.open", "update.version"], report.Clauses.Where(c => c.Verdict == Verdict.Verified).Select(c => c.Clause.Id).Order(StringComparer.Ordinal));
        Assert.All(report.Clauses.Where(c => c.Verdict != Verdict.Verified), c => Assert.Equal((Verdict.NotExercised, "excluded: other clauses were selected"), (c.Verdict, c.Reason)));
        Assert.Equal(ConformanceExit.Passed, report.Exit);
    }

    [Fact]
    public async Task Violation_of_a_selected_clause_fails_the_run() =>
        Assert.Equal(ConformanceExit.Failed, (await RunOf(DeskFault.WrongVersion, "update.version").ReportAsync(Stop)).Exit);

    [Fact]
    public async Task Violation_of_another_clause_is_reported_but_does_not_fail_the_run()
    {
        // An update that does nothing has no observable effect, so that the version cannot be checked.
        var report = await RunOf(DeskFault.UpdateDoesNothing, "update.version").ReportAsync(Stop);

        var excluded = report.Clauses.Single(c => c.Clause.Id == "update.state");
        Assert.Equal(Verdict.NotExercised, excluded.Verdict);
        Assert.StartsWith("excluded: other clauses were selected; their test cases found: ", excluded.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(excluded.Failures);
        Assert.Equal(Verdict.NotExercised, report.Clauses.Single(c => c.Clause.Id == "update.version").Verdict);
        Assert.Equal(ConformanceExit.Inconclusive, report.Exit);
    }

    [Fact]
    public async Task Excluded_test_case_is_a_skipped_test()
    {
        var excluded = ConformancePlan.For(DeskSuite.Instance).First(c => c.Clause == "list.open");

        var judgement = await RunOf(DeskFault.None, "update.version").JudgeCaseAsync(excluded.Kind, excluded.Name, Stop);

        Assert.Equal(new TestJudgement(TestOutcome.Skipped, "excluded: other clauses were selected"), judgement);
    }

    [Fact]
    public async Task Unknown_clause_is_an_error()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => RunOf(DeskFault.None, "update.verison").ReportAsync(Stop));
        Assert.StartsWith("The spec has no clause 'update.verison'.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Baseline_cannot_be_combined_with_selected_clauses()
    {
        var options = new ConformanceOptions { Clauses = ["update.version"], BaselineFile = "desk.json", UpdateBaseline = true };
        var run = new ConformanceRun(DeskSuite.Instance, () => new DeskTarget { Options = options }, "desk");
        Assert.StartsWith("A baseline covers all clauses", (await Assert.ThrowsAsync<ArgumentException>(() => run.ReportAsync(Stop))).Message, StringComparison.Ordinal);
        Assert.False(File.Exists("desk.json"));
    }

    private static ConformanceRun RunOf(DeskFault fault, params string[] clauses) =>
        new(DeskSuite.Instance, () => new DeskTarget(fault) { Options = new() { Clauses = clauses } }, "desk");
}
