using JobsSpecGen.Conformance.Tests.Desk;

namespace JobsSpecGen.Conformance.Tests;

public class ChosenClausesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_the_cases_of_the_clauses_are_run()
    {
        var report = await RunOf(DeskFault.None, "update.version", "list.open").ReportAsync(Stop);

        Assert.NotEmpty(report.Cases);
        Assert.All(report.Cases, c => Assert.Contains(c.Clause, (string[])["update.version", "list.open"]));
        Assert.Equal(["list.open", "update.version"], report.Clauses.Where(c => c.Verdict == Verdict.Verified).Select(c => c.Clause.Id).Order(StringComparer.Ordinal));
        Assert.All(report.Clauses.Where(c => c.Verdict != Verdict.Verified), c => Assert.Equal((Verdict.NotExercised, "excluded: other clauses were selected"), (c.Verdict, c.Reason)));
        Assert.Equal(ConformanceExit.Passed, report.Exit);
    }

    [Fact]
    public async Task A_violation_of_a_chosen_clause_fails_the_run() =>
        Assert.Equal(ConformanceExit.Failed, (await RunOf(DeskFault.WrongVersion, "update.version").ReportAsync(Stop)).Exit);

    [Fact]
    public async Task A_violation_that_is_met_on_the_way_is_told_and_fails_nothing()
    {
        // Nothing of an update shows where it does nothing, so that the version cannot be looked at.
        var report = await RunOf(DeskFault.UpdateDoesNothing, "update.version").ReportAsync(Stop);

        var met = report.Clauses.Single(c => c.Clause.Id == "update.state");
        Assert.Equal(Verdict.NotExercised, met.Verdict);
        Assert.StartsWith("excluded: other clauses were selected; their test cases found: ", met.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(met.Failures);
        Assert.Equal(Verdict.NotExercised, report.Clauses.Single(c => c.Clause.Id == "update.version").Verdict);
        Assert.Equal(ConformanceExit.Inconclusive, report.Exit);
    }

    [Fact]
    public async Task A_case_that_was_left_out_is_a_skipped_test()
    {
        var leftOut = ConformancePlan.For(DeskSuite.Instance).First(c => c.Clause == "list.open");

        var judgement = await RunOf(DeskFault.None, "update.version").JudgeCaseAsync(leftOut.Kind, leftOut.Name, Stop);

        Assert.Equal(new TestJudgement(TestOutcome.Skipped, "excluded: other clauses were selected"), judgement);
    }

    [Fact]
    public async Task A_clause_that_is_none_of_the_spec_is_refused()
    {
        var mistake = await Assert.ThrowsAsync<ArgumentException>(() => RunOf(DeskFault.None, "update.verison").ReportAsync(Stop));
        Assert.StartsWith("The spec has no clause 'update.verison'.", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_baseline_is_about_all_clauses()
    {
        var options = new ConformanceOptions { Clauses = ["update.version"], BaselineFile = "desk.json", UpdateBaseline = true };
        var run = new ConformanceRun(DeskSuite.Instance, () => new DeskTarget { Options = options }, "desk");
        Assert.StartsWith("A baseline covers all clauses", (await Assert.ThrowsAsync<ArgumentException>(() => run.ReportAsync(Stop))).Message, StringComparison.Ordinal);
        Assert.False(File.Exists("desk.json"));
    }

    private static ConformanceRun RunOf(DeskFault fault, params string[] clauses) =>
        new(DeskSuite.Instance, () => new DeskTarget(fault) { Options = new() { Clauses = clauses } }, "desk");
}
