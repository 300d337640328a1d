namespace JobsSpecGen.Conformance.Tests.Desk;

/// <summary>The suite of the desk in the form that the generator emits.</summary>
/// <param name="ticksPerSecond">The unit of times.</param>
/// <param name="should">The clauses with the level <c>should</c>.</param>
internal sealed class DeskSuite(int ticksPerSecond = 1000, params string[] should) : ConformanceSuite
{
    private static readonly string[] Rules =
    [
        "desk.isolation", "oldest.order", "oldest.none", "ticket.latest", "ticket.unknown", "get.answer", "list.open", "list.answer",
        "update.version-mismatch", "update.illegal", "update.state", "update.note-kept", "update.note", "update.tags", "update.version",
        "update.changed-at", "update.ticket-on-request", "update.answer", "ticket.opened", "ticket.dropped",
    ];

    public override SpecInfo Spec { get; } = new("Desk", "1", "abc", "desk.yaml", ticksPerSecond)
    {
        Shapes = DeskShapes.All,
        Operations =
        [
            new("GetTicket", "GetTicketRequest", "GetTicketResponse", "desk") { IsReadOnly = true },
            new("ListTickets", "ListTicketsRequest", "ListTicketsResponse", "desk") { IsReadOnly = true },
            new("UpdateTicket", "UpdateTicketRequest", "UpdateTicketResponse", "desk"),
            new("OpenTicket", "OpenTicketRequest", null, "desk"),
            new("DropTicket", "DropTicketRequest", null, "desk"),
        ],
        Clauses = [.. Rules.Select((r, i) => new ClauseInfo(r, should.Contains(r) ? ClauseLevel.Should : ClauseLevel.Must, $"The rule {r} holds.", "the desk", 200 + i)), .. DeskValidator.Clauses()],
        Points = DeskPoints.All,
        Collections = [new("tickets", ["ticketId", "number"], DeskShapes.All["Ticket"].Members)],
        Lifecycles = [new("tickets", "state", "TicketState")],
        Scenarios = [Scenario()],
        IsolationClause = "desk.isolation",
        InvalidInputError = "BadRequest",
    };

    public static DeskSuite Instance { get; } = new();

    public static SpecCall Call(string operation, params (string Name, string Value)[] members) =>
        new(operation, new(members.Select(m => KeyValuePair.Create(m.Name, SpecValue.Of(m.Value)))));

    public override object CreateState(SpecValue partition) => DeskState.Empty;

    public override SpecValue.Record Inspect(object state) =>
        new([new("tickets", new SpecValue.Sequence([.. ((DeskState)state).Tickets.Select(t => t.ToValue())]))]);

    public override StepReport Step(object state, SpecCall call, long now)
    {
        var desk = (DeskState)state;
        return new DeskLogic(desk, call, now, DeskFault.None, id => desk.Tickets.Where(t => t.Id == id).Select(t => t.Number).DefaultIfEmpty(0).Max() + 1).Run();
    }

    public override IReadOnlyList<ConstraintViolation> Validate(string shape, SpecValue value) => [.. DeskValidator.Validate(shape, value)];

    private static ScenarioInfo Scenario() => new(
        "A ticket is worked on",
        [Call("OpenTicket", ("desk", "desk-1"), ("ticketId", "t-1"), ("title", "broken lamp"))],
        [
            new(
                Call("UpdateTicket", ("desk", "desk-1"), ("ticketId", "t-1"), ("state", "BUSY")),
                null,
                new SpecValue.Record([]),
                ["ticket"],
                301),
            new(
                Call("UpdateTicket", ("desk", "desk-1"), ("ticketId", "t-1"), ("state", "OPEN")),
                "IllegalMove",
                new SpecValue.Record([new("ticket", new SpecValue.Record([new("version", SpecValue.Of(2))]))]),
                ["ticket.note"],
                302),
        ],
        300);
}
