using JobsSpecGen.Conformance.Tests.Desk;

namespace JobsSpecGen.Conformance.Tests.Exploration;

/// <summary>Faults by which a change of one ticket affects another. No clause covers this and no directed test case arranges it, but walks do.</summary>
public class WalkOnlyFaultTests
{
    /// <summary>Faults that need two tickets in certain states, each with the clause that the deviation is attributed to.</summary>
    public static TheoryData<string, string> Faults => new()
    {
        { "DONE resets another BUSY ticket to OPEN", "update.state" },
        { "BUSY resets another BUSY ticket to OPEN", "update.state" },
        { "drop with two DONE tickets removes all tickets", "ticket.unknown" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Only_walks_find_the_fault(string fault, string clause)
    {
        var target = new DeskTarget { ChangeReport = (before, call, report) => Apply(fault, before, call, report), Options = new() { RandomSequences = 0 } };
        var report = await new ConformanceRun(DeskSuite.Instance, () => target, "desk").ReportAsync(TestContext.Current.CancellationToken);

        Assert.Equal([clause], report.Clauses.Where(c => c.Verdict == Verdict.Violated).Select(c => c.Clause.Id));
        var found = report.Cases.Where(c => c.Failure is not null).ToList();
        Assert.Equal([CaseKind.Exploration], found.Select(c => c.Kind).Distinct());

        // A walk has dozens of calls. The shrunk trace has the calls that arrange two tickets, the change and the observation.
        Assert.All(found, c => Assert.InRange(c.Failure!.TraceLength, 5, 6));
    }

    private static StepReport Apply(string fault, DeskState before, SpecCall call, StepReport report)
    {
        if (report.Refusal is not null)
        {
            return report;
        }

        var after = (DeskState)report.State;
        var other = after.Tickets.FirstOrDefault(t => t.State == "BUSY" && SpecValue.Of(t.Id) != call.Request["ticketId"]);
        return (fault, call.Operation, (call.Request["state"] as SpecValue.Text)?.Value) switch
        {
            ("DONE resets another BUSY ticket to OPEN", "UpdateTicket", "DONE") or ("BUSY resets another BUSY ticket to OPEN", "UpdateTicket", "BUSY")
                when other is not null => report with { State = new DeskState(after.Tickets.Replace(other, other with { State = "OPEN" })) },
            ("drop with two DONE tickets removes all tickets", "DropTicket", _) when before.Tickets.Count(t => t.State == "DONE") == 2 =>
                report with { State = DeskState.Empty },
            _ => report,
        };
    }
}
