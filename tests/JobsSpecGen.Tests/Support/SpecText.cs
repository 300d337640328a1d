using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Tests.Support;

/// <summary>
/// The text of a spec. Starts as a small whole one, so that each test shows only what it changes. Where a test expects a
/// diagnostic, it puts <c>[|</c> and <c>|]</c> around the place.
/// </summary>
internal sealed class SpecText
{
    private const string Open = "[|";
    private const string Close = "|]";

    private readonly string _marked;

    private SpecText(string marked) => _marked = marked;

    /// <summary>The lamps of a house: a partition with a field, a collection, a lifecycle, a block, an operation of each kind.</summary>
    public static SpecText Lamps { get; } = new(
        """
        language: 1
        service: Lamps
        namespace: House
        title: Lamps of a house
        revision: "1"
        timestamps: seconds

        shapes:
          RoomName: { type: string, length: 1..64, pattern: '[a-z]+', fresh: true, examples: [hall, attic], says: Names a room. }
          LampId: { type: string, length: 1..8, fresh: true, examples: [a, b], says: Names a lamp. }
          Note: { type: string, length: 1..20, examples: [blinks], says: What somebody noticed. }
          Count: { type: long, range: 0..1000, examples: [0, 1], says: How often. }
          Flag: { type: boolean, says: Whether it is so. }
          Moment: { type: timestamp, says: When it was. }
          Power:
            type: enum
            says: Whether a lamp shines.
            values: { DARK: It does not., BRIGHT: It does., BROKEN: It never will. }
          Notes: { type: list, of: Note, says: Several notes. }
          Labels: { type: map, key: Note, value: Note, says: Notes by name. }
          Lamp:
            type: structure
            says: What is known of a lamp.
            members:
              lampId: { shape: LampId, required: true }
              power: { shape: Power, required: true }
              switched: { shape: Count, required: true }
              since: Moment
              note: Note
          LampList: { type: list, of: Lamp, says: Several lamps. }

        errors:
          InvalidRequestException: { status: 400, rejectsInput: true, says: The request breaks a constraint. }
          LampNotFoundException: { status: 404, says: There is no such lamp. }
          LampBrokenException: { status: 409, says: The lamp is broken., members: { lamp: Lamp } }

        state:
          partition:
            row: room
            key: { roomName: RoomName }
            fields:
              limit: { shape: Count, initial: 3 }
            clause: isolation
            says: Rooms do not affect each other.
            source: house rule
          collections:
            lamps:
              row: lamp
              key: [lampId]
              says: The lamps of the room.
              fields:
                lampId: LampId
                power: Power
                switched: Count
                since: { shape: Moment, optional: true }
                note: { shape: Note, optional: true }

        lifecycles:
          lamp.power:
            initial: DARK
            groups:
              whole: [DARK, BRIGHT]
            transitions:
              - { from: [DARK, BRIGHT], to: [BRIGHT], by: person }
              - { from: [DARK, BRIGHT], to: [BROKEN], by: world }

        blocks:
          find-lamp:
            says: Selects the lamp that a request names.
            steps:
              - select: lamp
                from: lamps
                where: lamp.lampId == input.lampId
                otherwise: { error: LampNotFoundException, clause: unknown, says: An unknown lamp is refused., source: house rule }

        operations:
          SwitchOn:
            says: Makes a lamp shine.
            http: { method: PUT, path: "/rooms/{roomName}/lamps/{lampId}" }
            input:
              roomName: { shape: RoomName, required: true }
              lampId: { shape: LampId, required: true }
              note: Note
              times: { shape: Count, default: 1 }
            output:
              lamp: { shape: Lamp, required: true }
            errors: [InvalidRequestException, LampNotFoundException, LampBrokenException]
            steps:
              - use: find-lamp
              - require: lamp.switched < 1000
                otherwise: { error: LampBrokenException, data: { lamp: { $from: lamp } } }
                clause: switch.worn
                says: A lamp can be switched a thousand times.
                source: house rule
              - transition: lamp.power
                to: BRIGHT
                by: person
                clause: switch.on
                says: The lamp shines.
                source: house rule
                otherwise: { error: LampBrokenException, clause: switch.broken, says: A broken lamp stays broken., source: house rule }
              - set: { lamp.switched: lamp.switched + 1, lamp.since: now }
                clause: switch.counted
                says: Each switch counts.
                source: house rule
              - when: input.note != null
                then:
                  - set: { lamp.note: input.note }
                    clause: switch.noted
                    says: A note stays with the lamp.
                    source: house rule
              - return: { lamp: { $from: lamp } }
                clause: switch.answer
                says: The answer is the lamp as it now stands.
                source: house rule
          ListLamps:
            says: Lists the lamps of a room.
            http: { method: GET, path: "/rooms/{roomName}/lamps" }
            input: { roomName: { shape: RoomName, required: true } }
            output: { lamps: { shape: LampList, required: true } }
            errors: [InvalidRequestException]
            steps:
              - selectAll: all
                from: lamps
                orderBy: lamp.lampId
                clause: list.rows
                says: The list has exactly the lamps of the room, in the order of their names.
                source: house rule
              - return: { lamps: { $each: all } }
                clause: list.answer
                says: The list is there even when the room has no lamps.
                source: house rule

        environment:
          HangLamp:
            says: Somebody hangs a lamp.
            input: { roomName: { shape: RoomName, required: true }, lampId: { shape: LampId, required: true } }
            errors: [InvalidRequestException, LampBrokenException]
            steps:
              - require: not any(l in lamps where l.lampId == input.lampId)
                otherwise: LampBrokenException
              - create: lamp
                in: lamps
                with: { lampId: input.lampId, power: DARK, switched: 0, since: null, note: null }

        scenarios:
          - scenario: A lamp is switched on
            given:
              - HangLamp: { roomName: hall, lampId: a }
            steps:
              - when: { SwitchOn: { roomName: hall, lampId: a } }
                then: { returns: { lamp: { power: BRIGHT, note: null } } }

        """.ReplaceLineEndings("\n"));

    /// <summary>The text without marks.</summary>
    public string Text => _marked.Replace(Open, string.Empty, StringComparison.Ordinal).Replace(Close, string.Empty, StringComparison.Ordinal);

    /// <summary>The marked place, as the compiler counts.</summary>
    public LinePositionSpan Place
    {
        get
        {
            var start = _marked.IndexOf(Open, StringComparison.Ordinal);
            var end = _marked.IndexOf(Close, StringComparison.Ordinal) - Open.Length;
            Assert.True(start >= 0 && end >= start, "The test marks no place.");
            var lines = SourceText.From(Text).Lines;
            return new LinePositionSpan(lines.GetLinePosition(start), lines.GetLinePosition(end));
        }
    }

    public static SpecText Of(string text) => new(text.ReplaceLineEndings("\n"));

    /// <summary>Puts another text in the place of one that occurs once.</summary>
    public SpecText With(string part, string replacement)
    {
        part = part.ReplaceLineEndings("\n");
        var at = _marked.IndexOf(part, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The spec has no '{part}'.");
        Assert.True(_marked.IndexOf(part, at + 1, StringComparison.Ordinal) < 0, $"The spec has '{part}' more than once.");
        return new SpecText(_marked[..at] + replacement.ReplaceLineEndings("\n") + _marked[(at + part.Length)..]);
    }

    /// <summary>Puts text behind a line that occurs once.</summary>
    public SpecText After(string line, string addition) => With(line + "\n", line + "\n" + addition.ReplaceLineEndings("\n").TrimEnd('\n') + "\n");

    /// <summary>Puts text behind everything else.</summary>
    public SpecText Plus(string addition) => new(_marked + addition.ReplaceLineEndings("\n"));

    public override string ToString() => Text;
}
