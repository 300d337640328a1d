using JobsSpecGen.Conformance.Tests.Desk;

namespace JobsSpecGen.Conformance.Tests.Exploration;

/// <summary>What becomes of one ticket by a change of another is what no clause is about, and no directed case arranges it: a walk comes by it.</summary>
public class WalkOnlyTests
{
    /// <summary>Mistakes that take two tickets, each in a certain state, with the clause under which they show.</summary>
    public static TheoryData<string, string> Mistakes => new()
    {
        { "who is done with a ticket gives up the other one", "update.state" },
        { "who takes up a ticket gives up the other one", "update.state" },
        { "the last ticket that is dropped takes with it what is done", "ticket.unknown" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Only_walks_find_it(string mistake, string clause)
    {
        var target = new DeskTarget { Tamper = (before, call, report) => Wrong(mistake, before, call, report), Options = new() { RandomSequences = 0 } };
        var report = await new ConformanceRun(DeskSuite.Instance, () => target, "desk").ReportAsync(TestContext.Current.CancellationToken);

        Assert.Equal([clause], report.Clauses.Where(c => c.Verdict == Verdict.Violated).Select(c => c.Clause.Id));
        var found = report.Cases.Where(c => c.Failure is not null).ToList();
        Assert.Equal([CaseKind.Exploration], found.Select(c => c.Kind).Distinct());

        // Of a walk of dozens of calls what is told is two tickets in their states, the change and the look.
        Assert.All(found, c => Assert.InRange(c.Failure!.TraceLength, 5, 6));
    }

    private static StepReport Wrong(string mistake, DeskState before, SpecCall call, StepReport report)
    {
        if (report.Refusal is not null)
        {
            return report;
        }

        var after = (DeskState)report.State;
        var other = after.Tickets.FirstOrDefault(t => t.State == "BUSY" && SpecValue.Of(t.Id) != call.Request["ticketId"]);
        return (mistake, call.Operation, (call.Request["state"] as SpecValue.Text)?.Value) switch
        {
            ("who is done with a ticket gives up the other one", "UpdateTicket", "DONE") or ("who takes up a ticket gives up the other one", "UpdateTicket", "BUSY")
                when other is not null => report with { State = new DeskState(after.Tickets.Replace(other, other with { State = "OPEN" })) },
            ("the last ticket that is dropped takes with it what is done", "DropTicket", _) when before.Tickets.Count(t => t.State == "DONE") == 2 =>
                report with { State = DeskState.Empty },
            _ => report,
        };
    }
}
