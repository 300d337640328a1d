using JobsSpecGen.Conformance.Tests.Desk;

namespace JobsSpecGen.Conformance.Tests.Exploration;

/// <summary>
/// No clause covers the effect of one ticket's change on another ticket, so that no directed case arranges it. A walk of the bounded
/// exploration finds it.
/// </summary>
public class WalkOnlyTests
{
    /// <summary>Faults that need two tickets, each in a certain state, with the clause that they violate.</summary>
    public static TheoryData<string, string> Faults => new()
    {
        { "finishing a ticket releases the other one", "update.state" },
        { "taking a ticket releases the other one", "update.state" },
        { "dropping a ticket beside two finished ones removes all", "ticket.unknown" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Only_walks_find_it(string fault, string clause)
    {
        var target = new DeskTarget { Tamper = (before, call, report) => Wrong(fault, before, call, report), Options = new() { RandomSequences = 0 } };
        var report = await new ConformanceRun(DeskSuite.Instance, () => target, "desk").ReportAsync(TestContext.Current.CancellationToken);

        Assert.Equal([clause], report.Clauses.Where(c => c.Verdict == Verdict.Violated).Select(c => c.Clause.Id));
        var found = report.Cases.Where(c => c.Failure is not null).ToList();
        Assert.Equal([CaseKind.Exploration], found.Select(c => c.Kind).Distinct());

        // A walk of dozens of calls is shrunk to two tickets in their states, the change and the observation.
        Assert.All(found, c => Assert.InRange(c.Failure!.TraceLength, 5, 6));
    }

    private static StepReport Wrong(string fault, DeskState before, SpecCall call, StepReport report)
    {
        if (report.Refusal is not null)
        {
            return report;
        }

        var after = (DeskState)report.State;
        var other = after.Tickets.FirstOrDefault(t => t.State == "BUSY" && SpecValue.Of(t.Id) != call.Request["ticketId"]);
        return (fault, call.Operation, (call.Request["state"] as SpecValue.Text)?.Value) switch
        {
            ("finishing a ticket releases the other one", "UpdateTicket", "DONE") or ("taking a ticket releases the other one", "UpdateTicket", "BUSY")
                when other is not null => report with { State = new DeskState(after.Tickets.Replace(other, other with { State = "OPEN" })) },
            ("dropping a ticket beside two finished ones removes all", "DropTicket", _) when before.Tickets.Count(t => t.State == "DONE") == 2 =>
                report with { State = DeskState.Empty },
            _ => report,
        };
    }
}
