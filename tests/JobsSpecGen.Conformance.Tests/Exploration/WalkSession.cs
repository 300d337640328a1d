using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Session;
using JobsSpecGen.Conformance.Tests.Desk;

namespace JobsSpecGen.Conformance.Tests.Exploration;

/// <summary>A session that executes walks against a desk. The title of a ticket selects the wrong members in its responses.</summary>
internal sealed class WalkSession
{
    private readonly RunSession _session;
    private int _walks;

    private WalkSession(RunSession session) => _session = session;

    /// <param name="should">The clauses with the level <c>should</c>.</param>
    public static async Task<WalkSession> StartAsync(params string[] should)
    {
        var target = new DeskTarget { ChangeReport = ReturnWrongTicket };
        return new(await RunSession.StartAsync(ConformancePlan.Full(new DeskSuite(1000, should)), target, "desk", TimeProvider.System, TestContext.Current.CancellationToken));
    }

    /// <summary>Every symptom that GetTicket can have: each nonempty set of wrong members.</summary>
    public static IReadOnlyList<string> Symptoms { get; } =
        [.. Enumerable.Range(1, 15).Select(set => "get:" + string.Concat("ntv!".Where((_, i) => (set >> i & 1) == 1)))];

    /// <summary>Opens a ticket with a title and observes it.</summary>
    public Task<CaseResult> WalkAsync(string title, string observation = "GetTicket")
    {
        SpecCall[] calls =
        [
            DeskSuite.Call("OpenTicket", ("desk", "desk-1"), ("ticketId", "t-1"), ("title", title)),
            observation == "GetTicket" ? DeskSuite.Call(observation, ("desk", "desk-1"), ("ticketId", "t-1")) : DeskSuite.Call(observation, ("desk", "desk-1")),
        ];
        var planned = new PlannedCase(CaseKind.Exploration, $"walk {++_walks}", null);
        return _session.ExecuteAsync(new(planned, new CaseScript.Sequence(calls)), TestContext.Current.CancellationToken);
    }

    private static StepReport ReturnWrongTicket(DeskState before, SpecCall call, StepReport report)
    {
        var title = before.Tickets is [{ Title: var only }] ? only : "";
        return (call.Operation, title) switch
        {
            ("GetTicket", "gone") when report.Refusal is null => report with { Response = null, Refusal = new("NotFound", new([]), []) },
            ("ListTickets", "unlisted") => report with { Response = new SpecValue.Record([new("open", new SpecValue.Sequence([]))]) },
            ("GetTicket", ['g', 'e', 't', ':', .. var members]) when report.Response is SpecValue.Record response && response["ticket"] is SpecValue.Record ticket =>
                report with { Response = response.With("ticket", Wrong(ticket, members)) },
            _ => report,
        };
    }

    private static SpecValue.Record Wrong(SpecValue.Record ticket, string members) => members.Aggregate(ticket, (shown, member) => member switch
    {
        'n' => shown.With("note", SpecValue.Of("wrong")),
        't' => shown.With("tags", new SpecValue.Record([new("color", SpecValue.Of("wrong"))])),
        'v' => shown.With("version", SpecValue.Of(77)),
        's' => shown.With("state", SpecValue.Of("BUSY")),
        _ => shown.With("title", SpecValue.Of("wrong")),
    });
}
