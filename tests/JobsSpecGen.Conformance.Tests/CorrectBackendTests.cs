using JobsSpecGen.Conformance.Tests.Desk;

namespace JobsSpecGen.Conformance.Tests;

public class CorrectBackendTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_is_verified()
    {
        var target = new DeskTarget();
        var report = await new ConformanceRun(DeskSuite.Instance, () => target, "desk").ReportAsync(Stop);

        TestContext.Current.TestOutputHelper?.WriteLine(ConformanceTable.ToText(report));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join("\n", report.Cases.GroupBy(c => c.Kind).Select(g => $"{g.Key}: {g.Count()}")));
        Assert.All(report.Cases.Where(c => c.Kind == CaseKind.Clock), c => Assert.Equal((Verdict.NotVerifiableHere, true), (c.Verdict, c.Reason!.Contains(nameof(IClockControl), StringComparison.Ordinal))));
        Assert.Empty(report.Cases.Where(c => c.Verdict != Verdict.Verified && c.Kind != CaseKind.Clock).Select(c => $"{c.Kind} {c.Name}: {c.Verdict} {c.Reason}"));
        Assert.Empty(report.Clauses.Where(c => c.Verdict != Verdict.Verified).Select(c => $"{c.Clause.Id}: {c.Verdict} {c.Reason}"));
        Assert.True(report.Conforms);
        Assert.Equal(target.Calls, report.Calls);
        Assert.True(target.IsDisposed);
    }

    [Fact]
    public async Task Two_runs_can_share_a_backend()
    {
        var target = new DeskTarget();
        await new ConformanceRun(DeskSuite.Instance, () => target, "desk").ReportAsync(Stop);
        var second = await new ConformanceRun(DeskSuite.Instance, () => target, "desk").ReportAsync(Stop);
        Assert.True(second.Conforms);
    }

    [Fact]
    public async Task Clause_whose_action_the_adapter_does_not_support_is_not_verifiable()
    {
        var run = new ConformanceRun(DeskSuite.Instance, () => new DeskTarget { Unsupported = "DropTicket" }, "desk");
        var clause = await run.ClauseAsync("ticket.dropped", Stop);
        Assert.Equal(Verdict.NotVerifiableHere, clause.Verdict);
        Assert.Contains("there is no way", clause.Reason);
        Assert.True((await run.ReportAsync(Stop)).Conforms);
    }

    [Fact]
    public async Task Clauses_that_need_arranging_are_not_verifiable_without_environment_actions()
    {
        var run = new ConformanceRun(DeskSuite.Instance, () => new DeskTarget { Unsupported = "OpenTicket" }, "desk");
        Assert.Equal(Verdict.NotVerifiableHere, (await run.ClauseAsync("update.state", Stop)).Verdict);
        Assert.Equal(Verdict.Verified, (await run.ClauseAsync("oldest.none", Stop)).Verdict);
    }

    [Fact]
    public async Task Result_of_a_test_case_can_be_requested_by_name()
    {
        var run = new ConformanceRun(DeskSuite.Instance, () => new DeskTarget(), "desk");
        var planned = ConformancePlan.For(DeskSuite.Instance)[0];
        Assert.Equal(Verdict.Verified, (await run.CaseAsync(planned.Kind, planned.Name, Stop)).Verdict);
        await Assert.ThrowsAsync<ArgumentException>(() => run.CaseAsync(CaseKind.Witness, "no such case", Stop));
    }

    [Fact]
    public async Task Delayed_effects_of_environment_actions_are_awaited()
    {
        var target = new DeskTarget { EnvironmentDelay = TimeSpan.FromSeconds(5), ActualDelay = TimeSpan.FromMilliseconds(5) };
        var report = await new ConformanceRun(DeskSuite.Instance, () => target, "desk").ReportAsync(Stop);
        Assert.Empty(report.Clauses.Where(c => c.Verdict != Verdict.Verified).Select(c => $"{c.Clause.Id}: {c.Verdict} {c.Reason}"));
    }

    [Fact]
    public async Task Times_in_seconds_cause_no_false_failure()
    {
        var report = await new ConformanceRun(new DeskSuite(1), () => new DeskTarget { InSeconds = true }, "desk").ReportAsync(Stop);
        Assert.Empty(report.Clauses.Where(c => c.Verdict != Verdict.Verified).Select(c => $"{c.Clause.Id}: {c.Verdict} {c.Reason}"));
    }

    [Fact]
    public async Task Milliseconds_instead_of_seconds_are_a_violation()
    {
        var clause = await new ConformanceRun(new DeskSuite(1), () => new DeskTarget(), "desk").ClauseAsync("ticket.opened", Stop);
        Assert.Equal(Verdict.Violated, clause.Verdict);
        Assert.Contains("looks like milliseconds", clause.Reason);
    }

    [Fact]
    public async Task Exception_of_the_adapter_in_an_environment_action_is_an_error_and_not_a_violation()
    {
        var report = await new ConformanceRun(DeskSuite.Instance, () => new DeskTarget { Throws = "DropTicket" }, "desk").ReportAsync(Stop);
        Assert.DoesNotContain(report.Clauses, c => c.Verdict == Verdict.Violated);
        Assert.Equal(Verdict.Error, report.Clauses.Single(c => c.Clause.Id == "ticket.dropped").Verdict);
        Assert.False(report.Conforms);
    }
}
