namespace JobsSpecGen.Conformance.Tests.Desk;

/// <summary>The shapes of a ticket desk, a service of a different domain than the shipped spec of jobs.</summary>
internal static class DeskShapes
{
    public static readonly IReadOnlyDictionary<string, ShapeInfo> All = new List<ShapeInfo>
    {
        new("DeskName", ShapeKind.Text, 1) { MinLength = 1, MaxLength = 32, Pattern = "[a-z0-9-]+", Fresh = true, Examples = [SpecValue.Of("desk-1"), SpecValue.Of("desk-2")] },
        new("TicketId", ShapeKind.Text, 2) { MinLength = 1, MaxLength = 20, Pattern = "[a-z0-9-]+", Fresh = true, Examples = [SpecValue.Of("t-1"), SpecValue.Of("t-2")] },
        new("TicketRef", ShapeKind.Text, 3) { Base = "TicketId", Also = ["$oldest"] },
        new("TicketState", ShapeKind.Enumeration, 4) { Values = ["OPEN", "BUSY", "DONE"] },
        new("Note", ShapeKind.Text, 5) { MinLength = 1, MaxLength = 20, Examples = [SpecValue.Of("looked at it"), SpecValue.Of("again")] },
        new("Title", ShapeKind.Text, 6) { MaxLength = 30, Examples = [SpecValue.Of("broken lamp")] },
        new("TagKey", ShapeKind.Text, 7) { MinLength = 1, MaxLength = 8, Pattern = "[a-z]+", Examples = [SpecValue.Of("color")] },
        new("TagValue", ShapeKind.Text, 8) { MaxLength = 8, Examples = [SpecValue.Of("red")] },
        new("Tags", ShapeKind.Map, 9) { Key = "TagKey", Element = "TagValue", EmptyIsAbsent = true },
        new("Version", ShapeKind.Integer, 10) { Minimum = 1, Examples = [SpecValue.Of(1), SpecValue.Of(2)] },
        new("Number", ShapeKind.Integer, 11) { ServerChosen = true, Within = "ticketId", Examples = [SpecValue.Of(1), SpecValue.Of(2)] },
        new("At", ShapeKind.Timestamp, 12),
        new("Flag", ShapeKind.Boolean, 13),
        Structure("Ticket", 14, ("ticketId", "TicketId", true), ("number", "Number", true), ("state", "TicketState", true), ("title", "Title", true),
            ("note", "Note", false), ("tags", "Tags", false), ("openedAt", "At", true), ("changedAt", "At", true), ("version", "Version", true)),
        new("TicketList", ShapeKind.List, 15) { Element = "Ticket" },
        Structure("VersionMismatch", 16, ("ticket", "Ticket", false)),
        Structure("IllegalMove", 17, ("ticket", "Ticket", false)),
        Structure("GetTicketRequest", 18, ("desk", "DeskName", true), ("ticketId", "TicketRef", true), ("number", "Number", false)),
        Structure("GetTicketResponse", 19, ("ticket", "Ticket", false)),
        Structure("ListTicketsRequest", 20, ("desk", "DeskName", true)),
        Structure("ListTicketsResponse", 21, ("open", "TicketList", true)),
        Structure("UpdateTicketRequest", 22, ("desk", "DeskName", true), ("ticketId", "TicketId", true), ("state", "TicketState", true),
            ("note", "Note", false), ("tags", "Tags", false), ("expectedVersion", "Version", false), ("includeTicket", "Flag", false)),
        Structure("UpdateTicketResponse", 23, ("ticket", "Ticket", false)),
        Structure("OpenTicketRequest", 24, ("desk", "DeskName", true), ("ticketId", "TicketId", true), ("title", "Title", true)),
        Structure("DropTicketRequest", 25, ("desk", "DeskName", true), ("ticketId", "TicketId", true)),
    }.ToDictionary(s => s.Name);

    private static ShapeInfo Structure(string name, int line, params (string Name, string Shape, bool Required)[] members) =>
        new(name, ShapeKind.Structure, line) { Members = [.. members.Select(m => new MemberInfo(m.Name, m.Shape, m.Required, line))] };
}
