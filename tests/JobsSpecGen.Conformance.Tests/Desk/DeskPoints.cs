namespace JobsSpecGen.Conformance.Tests.Desk;

/// <summary>The points of the desk's step function.</summary>
internal static class DeskPoints
{
    private static readonly string[] Shown = ["ticketId", "number", "state", "title", "note", "tags", "openedAt", "changedAt", "version"];

    public static readonly IReadOnlyList<PointInfo> All = Number(
        P("GetTicket", PointKind.Chose, "oldest.order"),
        P("GetTicket", PointKind.Found, "oldest.order"),
        P("GetTicket", PointKind.AnsweredInstead, "oldest.none"),
        P("GetTicket", PointKind.Chose, "ticket.latest"),
        P("GetTicket", PointKind.Found, "ticket.latest"),
        P("GetTicket", PointKind.Refused, "ticket.unknown") with { Error = "NotFound" },
        P("GetTicket", PointKind.Answered, "get.answer") with { Members = Ticket("ticket", "ticket.latest", null) },
        P("ListTickets", PointKind.Listed, "list.open"),
        P("ListTickets", PointKind.Answered, "list.answer") with { Members = Ticket("open[]", "list.open", null) },
        P("UpdateTicket", PointKind.Chose, "ticket.latest"),
        P("UpdateTicket", PointKind.Found, "ticket.latest"),
        P("UpdateTicket", PointKind.Refused, "ticket.unknown") with { Error = "NotFound" },
        P("UpdateTicket", PointKind.Refused, "update.version-mismatch") with { Error = "VersionMismatch", Accepts = ["IllegalMove"], Members = Ticket("ticket", "ticket.latest", null) },
        P("UpdateTicket", PointKind.Refused, "update.illegal") with { Error = "IllegalMove", Members = Ticket("ticket", "ticket.latest", null) },
        P("UpdateTicket", PointKind.Wrote, "update.state") with { Fields = ["tickets.state"] },
        P("UpdateTicket", PointKind.Kept, "update.note-kept") with { Fields = ["tickets.note"] },
        P("UpdateTicket", PointKind.Wrote, "update.note") with { Fields = ["tickets.note"] },
        P("UpdateTicket", PointKind.Wrote, "update.tags") with { Fields = ["tickets.tags"] },
        P("UpdateTicket", PointKind.Wrote, "update.version") with { Fields = ["tickets.version"] },
        P("UpdateTicket", PointKind.Wrote, "update.changed-at") with { Fields = ["tickets.changedAt"] },
        P("UpdateTicket", PointKind.Present, "update.ticket-on-request"),
        P("UpdateTicket", PointKind.LeftOut, "update.ticket-on-request"),
        P("UpdateTicket", PointKind.Answered, "update.answer") with { Members = Ticket("ticket", "ticket.latest", "update.ticket-on-request") },
        P("OpenTicket", PointKind.Refused, null) with { Error = "IllegalMove" },
        P("OpenTicket", PointKind.Created, "ticket.opened") with { Fields = [.. Shown.Select(f => "tickets." + f)] },
        P("DropTicket", PointKind.Refused, null) with { Error = "NotFound" },
        P("DropTicket", PointKind.Removed, "ticket.dropped") with { Fields = ["tickets"] });

    public static int Index(string operation, PointKind kind, string? clause) =>
        All.First(p => p.Operation == operation && p.Kind == kind && p.Clause == clause).Index;

    private static PointInfo P(string operation, PointKind kind, string? clause) => new(0, operation, kind, clause, 1);

    private static IReadOnlyList<PointInfo> Number(params PointInfo[] points) => [.. points.Select((p, i) => p with { Index = i, Line = 100 + i })];

    private static IReadOnlyList<MemberSource> Ticket(string path, string choice, string? condition) =>
        [.. Shown.Select(f => new MemberSource($"{path}.{f}") { Field = "tickets." + f, ChoiceClause = choice, ConditionClause = condition })];
}
