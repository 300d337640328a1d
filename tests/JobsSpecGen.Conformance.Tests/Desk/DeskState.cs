using System.Collections.Immutable;

namespace JobsSpecGen.Conformance.Tests.Desk;

internal sealed record TicketRow(string Id, long Number, string State, string Title, string? Note, SpecValue Tags, long OpenedAt, long ChangedAt, long Version)
{
    public SpecValue.Record ToValue() => new(new Dictionary<string, SpecValue>
    {
        ["ticketId"] = SpecValue.Of(Id),
        ["number"] = SpecValue.Of(Number),
        ["state"] = SpecValue.Of(State),
        ["title"] = SpecValue.Of(Title),
        ["note"] = SpecValue.Of(Note),
        ["tags"] = Tags,
        ["openedAt"] = SpecValue.Of(OpenedAt),
        ["changedAt"] = SpecValue.Of(ChangedAt),
        ["version"] = SpecValue.Of(Version),
    });
}

internal sealed record DeskState(ImmutableList<TicketRow> Tickets)
{
    public static DeskState Empty { get; } = new([]);
}
