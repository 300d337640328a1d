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
    public async Task What_the_adapter_cannot_arrange_is_not_a_pass()
    {
        var run = new ConformanceRun(DeskSuite.Instance, () => new DeskTarget { Cannot = "DropTicket" }, "desk");
        var clause = await run.ClauseAsync("ticket.dropped", Stop);
        Assert.Equal(Verdict.NotVerifiableHere, clause.Verdict);
        Assert.Contains("there is no way", clause.Reason);
        Assert.True((await run.ReportAsync(Stop)).Conforms);
    }

    [Fact]
    public async Task Nothing_passes_on_a_backend_on_which_nothing_can_be_arranged()
    {
        var run = new ConformanceRun(DeskSuite.Instance, () => new DeskTarget { Cannot = "OpenTicket" }, "desk");
        Assert.Equal(Verdict.NotVerifiableHere, (await run.ClauseAsync("update.state", Stop)).Verdict);
        Assert.Equal(Verdict.Verified, (await run.ClauseAsync("oldest.none", Stop)).Verdict);
    }

    [Fact]
    public async Task A_case_can_be_asked_for_by_name()
    {
        var run = new ConformanceRun(DeskSuite.Instance, () => new DeskTarget(), "desk");
        var planned = ConformancePlan.For(DeskSuite.Instance)[0];
        Assert.Equal(Verdict.Verified, (await run.CaseAsync(planned.Kind, planned.Name, Stop)).Verdict);
        await Assert.ThrowsAsync<ArgumentException>(() => run.CaseAsync(CaseKind.Witness, "no such case", Stop));
    }

    [Fact]
    public async Task A_late_environment_is_waited_for()
    {
        var target = new DeskTarget { EnvironmentDelay = TimeSpan.FromSeconds(5), Lateness = TimeSpan.FromMilliseconds(5) };
        var report = await new ConformanceRun(DeskSuite.Instance, () => target, "desk").ReportAsync(Stop);
        Assert.Empty(report.Clauses.Where(c => c.Verdict != Verdict.Verified).Select(c => $"{c.Clause.Id}: {c.Verdict} {c.Reason}"));
    }

    [Fact]
    public async Task Seconds_are_no_reason_for_a_false_alarm()
    {
        var report = await new ConformanceRun(new DeskSuite(1), () => new DeskTarget { InSeconds = true }, "desk").ReportAsync(Stop);
        Assert.Empty(report.Clauses.Where(c => c.Verdict != Verdict.Verified).Select(c => $"{c.Clause.Id}: {c.Verdict} {c.Reason}"));
    }

    [Fact]
    public async Task Milliseconds_instead_of_seconds_are_found()
    {
        var clause = await new ConformanceRun(new DeskSuite(1), () => new DeskTarget(), "desk").ClauseAsync("ticket.opened", Stop);
        Assert.Equal(Verdict.Violated, clause.Verdict);
        Assert.Contains("looks like milliseconds", clause.Reason);
    }

    [Fact]
    public async Task An_adapter_that_throws_on_an_action_of_the_environment_is_an_error_not_a_violation()
    {
        var report = await new ConformanceRun(DeskSuite.Instance, () => new DeskTarget { Breaks = "DropTicket" }, "desk").ReportAsync(Stop);
        Assert.DoesNotContain(report.Clauses, c => c.Verdict == Verdict.Violated);
        Assert.Equal(Verdict.Error, report.Clauses.Single(c => c.Clause.Id == "ticket.dropped").Verdict);
        Assert.False(report.Conforms);
    }
}
