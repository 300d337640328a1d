using JobsSpecGen.Tests.Support;

namespace JobsSpecGen.Tests.Specs;

/// <summary>Specs at the edges of the language: recursive, empty, deep and large ones.</summary>
public sealed class ObstacleTests
{
    private const string Guard = "- require: lamp.switched < 1000";

    [Fact]
    public void Structures_that_may_contain_themselves() => Compiles(SpecText.Lamps
        .With("  LampList:", """
              Tree: { type: structure, says: A tree., members: { left: Tree, right: Tree, others: Trees, named: TreeMap, note: { shape: Note, required: true } } }
              Trees: { type: list, of: Tree, length: 1..3, says: Trees. }
              TreeMap: { type: map, key: Note, value: Trees, says: Trees by name. }
              Hen: { type: structure, says: A hen., members: { egg: Egg } }
              Egg: { type: structure, says: An egg., members: { hen: { shape: Hen, required: true } } }
              LampList:
            """)
        .With("      note: Note\n      times", "      tree: Tree\n      hen: Hen\n      note: Note\n      times"));

    [Fact]
    public void Structures_and_lists_of_nothing() => Compiles(SpecText.Lamps
        .With("  LampList:", "  Void: { type: structure, says: Nothing., members: {} }\n  Voids: { type: list, of: Void, length: 0..0, says: None. }\n  LampList:")
        .With("      note: Note\n      times", "      void: { shape: Void, required: true }\n      voids: Voids\n      note: Note\n      times")
        .With("- when: { SwitchOn: { roomName: hall, lampId: a } }", "- when: { SwitchOn: { roomName: hall, lampId: a, void: {}, voids: [] } }"));

    [Fact]
    public void Nothing_but_a_partition() => Compiles(SpecText.Of("""
        language: 1
        service: Switch
        namespace: Hall
        title: A switch
        revision: "0"
        timestamps: seconds
        shapes:
          Name: { type: string, fresh: true, says: A name. }
          Flag: { type: boolean, says: Whether it is on. }
        errors: { WrongException: { status: 400, rejectsInput: true, says: It is wrong. } }
        state: { partition: { row: hall, key: { name: Name }, fields: { isOn: { shape: Flag, initial: false } } }, collections: {} }
        operations:
          Toggle:
            says: Turns it over.
            http: { method: POST, path: "/{name}" }
            input: { name: { shape: Name, required: true } }
            output: { isOn: { shape: Flag, required: true } }
            errors: [WrongException]
            steps:
              - set: { hall.isOn: not hall.isOn }
                clause: toggle
                says: It is the other way round.
                source: here
              - return: { isOn: hall.isOn }
                clause: toggle.answer
                says: The answer is how it is now.
                source: here
        environment: {}
        """));

    [Fact]
    public void Nothing_but_an_answer() => Compiles(SpecText.Of("""
        language: 1
        service: Nothing
        namespace: Nowhere
        title: Nothing
        revision: "0"
        timestamps: milliseconds
        shapes: { Name: { type: string, says: A name. } }
        errors: { WrongException: { status: 400, rejectsInput: true, says: It is wrong. } }
        state: { partition: { row: thing, key: { name: Name } }, collections: {} }
        operations:
          Ping: { says: Asks., http: { method: GET, path: "/{name}" }, input: { name: { shape: Name, required: true } }, output: {}, errors: [], steps: [{ return: {}, clause: ping, says: It answers., source: here }] }
        environment: {}
        """));

    private static readonly string[] s_expressions =
    [
        "true",
        "not false",
        "1 == 1",
        "null == null",
        "null != null || true",
        "'a' == 'a'",
        "lamp.switched == lamp.switched",
        "lamp.note == lamp.note",
        "if(lamp.note == null, null, null) == null",
        "now == now && lamp.switched != lamp.switched",
        "if(true, 9223372036854775807, 1) + 1 == lamp.switched",
        "min(9223372036854775807, 1) + 9223372036854775807 == lamp.switched",
        "lamp.switched == - 9223372036854775807 - 1",
        "- (- 9223372036854775807 - 1) == lamp.switched",
        "9223372036854775807 + 1 == lamp.switched",
        "9223372036854775807 * 9223372036854775807 < lamp.switched",
        "- 9223372036854775807 - 2 < lamp.switched",
        "- - - 1 < - lamp.switched",
        "not not ! ! true",
        "(((lamp.switched)))*(2)-(3)<(4)",
        "if(true, 1, 2) < if(lamp.note == null, 1, 2)",
        "if(true, null, null) == null",
        "if(lamp.since == null, null, 1) == null",
        "if(input.note == null, null, input.note) == lamp.note",
        "if(lamp.power == DARK, lamp.power, lamp.power) in whole",
        "(lamp.note ?? input.note ?? 'x') == 'x'",
        "(lamp.since ?? now) <= now",
        "lamp.since == now || lamp.since != 3",
        "lamp.power in [DARK, BRIGHT, DARK]",
        "lamp.power in [lamp.power]",
        "lamp.switched in [1, 2, lamp.switched, 1]",
        "lamp.note in ['a', 'b']",
        "lamp.note in ['a', 'b', null]",
        "lamp.lampId in ['a', input.lampId]",
        "now in [1, now]",
        "true in [true, lamp.switched == 1]",
        "1 in [2, 3]",
        "null in [null]",
        "isEmpty(lamp.note) || isEmpty(lamp.lampId)",
        "length('abc') + length(lamp.lampId) < 1",
        "min(lamp.switched, 1) + max(1, 2) < 3",
        "min(now, 1) < max(now, lamp.since ?? 0)",
        "any(a in lamps where any(b in lamps where b.lampId == a.lampId && any(c in lamps where c.switched > b.switched + a.switched)))",
        "count(a in lamps) + sum(a.switched for a in lamps) + (min(a.switched for a in lamps) ?? 0) + (max(a.since for a in lamps) ?? 0) < 1",
        "sum(a.switched * count(b in lamps where b.switched == a.switched) for a in lamps where a.note == null) < 1",
        "sum(1 for a in lamps) == 1 && max(2 for a in lamps) == 2",
        "any(a in lamps where true) && any(a in lamps where lamp.switched == 1) && any(a in lamps where a.note == input.note)",
        "any(a in lamps where a.note != null && length(a.note) > 1)",
        "any(a in lamps where a.since ?? 0 == 0)",
        "any(a in lamps where (a.since ?? 0) == 0 && a.power == lamp.power && a.power == DARK && DARK == a.power)",
        "room.limit > count(a in lamps where a.switched == room.limit)",
        "input.times == 1 && room.roomName == input.roomName",
        "(input.note == null || length(input.note) > 1) && (input.note != null && length(input.note) > 1)",
        "not (input.note == null) && length(input.note) > 1",
    ];

    public static TheoryData<string> SomeExpressions => [.. TestScale.EveryNth(6, s_expressions)];

    [Theory]
    [MemberData(nameof(SomeExpressions))]
    public void Expressions(string expression)
    {
        var run = Guarded(expression);
        Assert.All(run.Diagnostics, diagnostic => Assert.StartsWith("JSG3", diagnostic.Id, StringComparison.Ordinal));
        run.AssertCompiles();
    }

    /// <summary>An operation for each expression, in one compilation.</summary>
    [Fact]
    public void Expressions_beside_each_other()
    {
        var fine = s_expressions.Where(expression => Guarded(expression).Diagnostics.IsEmpty).ToList();
        Assert.True(fine.Count > 20, $"Only {fine.Count} expressions are without a diagnostic.");
        Compiles(SpecText.Lamps.With("operations:\n", "operations:\n" + string.Concat(fine.Select((expression, i) =>
            $$"""
              Check{{i}}:
                says: Checks.
                http: { method: POST, path: "/{roomName}/check-{{i}}/{lampId}" }
                input: { roomName: { shape: RoomName, required: true }, lampId: { shape: LampId, required: true }, note: Note, times: { shape: Count, default: 1 } }
                output: { lamp: { shape: Lamp, required: true } }
                errors: [InvalidRequestException, LampNotFoundException, LampBrokenException]
                steps:
                  - use: find-lamp
                  - require: >-
                      {{expression}}
                    otherwise: LampBrokenException
                    clause: check-{{i}}
                    says: It holds.
                    source: here
                  - return: { lamp: { $from: lamp } }
                    clause: check-{{i}}.answer
                    says: The lamp.
                    source: here

            """))));
    }

    [Fact]
    public void Expressions_as_deep_and_long_as_they_may_be()
    {
        var deep = new string('(', 60) + "lamp.switched" + new string(')', 60);
        var chain = string.Join(" + ", Enumerable.Repeat("1", 200));
        Compiles(SpecText.Lamps.With(Guard, $"- require: \"{deep} < 1000\""));
        Compiles(SpecText.Lamps.With(Guard, $"- require: \"{chain} + lamp.switched < 1000\""));
        Compiles(SpecText.Lamps.With(Guard, $"- require: \"{string.Join(" || ", Enumerable.Repeat("lamp.switched == 1", 60))}\""));
        Compiles(SpecText.Lamps.With(Guard, $"- require: \"{string.Concat(Enumerable.Repeat("if(lamp.switched == 1, ", 40))}1{string.Concat(Enumerable.Repeat(", 2)", 40))} == 1\""));
        Compiles(SpecText.Lamps.With(Guard, $"- require: \"{string.Concat(Enumerable.Repeat("not ", 60))} lamp.switched < 1000\""));
    }

    [Fact]
    public void Steps_as_deep_as_they_may_be()
    {
        // Each block holds two levels of steps.
        var blocks = string.Concat(Enumerable.Range(1, 30).Select(i =>
            $"  deep-{i}: {{ says: Deeper., steps: [{{ when: lamp.switched == {i}, then: [{{ use: deep-{i - 1} }}], else: [{{ when: lamp.switched == -{i}, then: [{{ keep: lamp.note, clause: deep.{i}, says: Kept., source: here }}] }}] }}] }}\n"));
        Compiles(SpecText.Lamps
            .With("blocks:\n", "blocks:\n  deep-0: { says: The end., steps: [{ keep: lamp.note, clause: deep, says: Kept., source: here }] }\n" + blocks)
            .With("      " + Guard, "      - use: deep-30\n      " + Guard));
    }

    [Fact]
    public void Hundreds_of_operations() => Compiles(SpecText.Lamps.With("operations:\n", "operations:\n" + string.Concat(Enumerable.Range(1, TestScale.Choose(full: 300, reduced: 50)).Select(i =>
        $$"""
          Switch{{i}}:
            says: Switches.
            http: { method: POST, path: "/{roomName}/switch-{{i}}/{lampId}" }
            input: { roomName: { shape: RoomName, required: true }, lampId: { shape: LampId, required: true }, note: Note }
            output: { lamp: { shape: Lamp, required: true } }
            errors: [InvalidRequestException, LampNotFoundException, LampBrokenException]
            steps:
              - use: find-lamp
              - require: lamp.switched < {{i}}
                otherwise: LampBrokenException
                clause: switch-{{i}}.worn
                says: It wears out.
                source: here
              - set: { lamp.switched: lamp.switched + {{i}} }
                clause: switch-{{i}}.counted
                says: It counts.
                source: here
              - return: { lamp: { $from: lamp } }
                clause: switch-{{i}}.answer
                says: The lamp.
                source: here

        """))));

    /// <summary>Whoever goes along shapes does so without going down the stack: a compiler may have little of it.</summary>
    [Fact]
    public void Five_thousand_structures_inside_each_other()
    {
        var chain = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"  S{i}: {{ type: structure, says: S., members: {{ m: {{ shape: {(i == 4_999 ? "Note" : $"S{i + 1}")}, required: true }} }} }}\n"));
        Exception? thrown = null;
        var thread = new Thread(
            () => thrown = Record.Exception(() => Assert.Empty(GeneratorRun.Of(SpecText.Lamps.With("  LampList:", chain + "  LampList:")).Diagnostics)),
            maxStackSize: 1024 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(thrown);
    }

    private static GeneratorRun Guarded(string expression) =>
        GeneratorRun.Of([new SpecInput(SpecText.Lamps.With(Guard, $"- require: >-\n          {expression}").Text)], Consumer.TestProject);

    private static void Compiles(SpecText spec)
    {
        var run = GeneratorRun.Of([new SpecInput(spec.Text)], Consumer.TestProject);
        Assert.Empty(run.Diagnostics);
        run.AssertCompiles();
    }
}
