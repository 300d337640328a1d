using JobsSpecGen.Tests.Support;
using static JobsSpecGen.Tests.Support.SpecText;

namespace JobsSpecGen.Tests.Binding;

/// <summary>JSG3xxx: lifecycles, steps, expressions, clauses and scenarios.</summary>
internal static class BehaviourMistakes
{
    private const string Guard = "- require: lamp.switched < 1000";
    private const string Count = "set: { lamp.switched: lamp.switched + 1, lamp.since: now }";
    private const string Return = "      - return: { lamps: { $each: all } }\n";

    public static IEnumerable<Mistake> All =>
    [
        new("JSG3001", "a single '='", Lamps.With(Guard, "- require: lamp.switched [|=|] 1000"), "This expression cannot be read: '=' has no meaning here; compare with '=='"),
        new("JSG3001", "an expression that breaks off", Lamps.With(Guard, "- require: lamp.switched <[| |]"), "This expression cannot be read: the expression is not complete"),
        new("JSG3001", "comparisons in a chain", Lamps.With(Guard, "- require: 0 < lamp.switched [|<|] 1000"), "This expression cannot be read: comparisons cannot be chained; join two with '&&'"),
        new("JSG3001", "too many arguments", Lamps.With(Guard, "- require: \"[|isEmpty(lamp.note, 1)|]\""), "This expression cannot be read: 'isEmpty' takes 1 argument(s), not 2"),
        new("JSG3001", "'count' without rows", Lamps.With(Guard, "- require: [|count(1)|] < 2"), "This expression cannot be read: 'count' needs rows to look at: write count(row in collection where …)"),
        new("JSG3001", "'sum' without a value", Lamps.With(Guard, "- require: [|sum(l in lamps)|] < 2"), "This expression cannot be read: 'sum' is written sum(value for row in collection where …)"),
        new("JSG3001", "an expression that nests too deep", Lamps.With(Guard, "- require: " + new string('(', 64) + "[|true|]" + new string(')', 64)), "This expression cannot be read: it nests deeper than 64; split it into several steps"),
        new("JSG3001", "an expression that is too long", Lamps.With(Guard, "- require: [|1" + string.Concat(Enumerable.Repeat(" + 1", 300)) + "|]"), "This expression cannot be read: it is too long (512 words and signs at most); split it into several steps"),
        new("JSG3001", "a sum beyond 64 bits", Lamps.With(Guard, "- require: lamp.switched < [|9223372036854775807 + 1|]"), "This expression cannot be read: its value has more than 64 bits"),
        new("JSG3001", "a number beyond 64 bits", Lamps.With(Guard, "- require: lamp.switched < [|99999999999999999999|]"), "This expression cannot be read: '99999999999999999999' is not a whole number of at most 64 bits"),

        new("JSG3002", "a misspelt row", Lamps.With(Guard, "- require: [|lmap|].switched < 1000"), "There is no row 'lmap' here. Did you mean 'lamp'?"),
        new("JSG3002", "a misspelt function", Lamps.With(Guard, "- require: [|isEmty|](lamp.note)"), "There is no function 'isEmty' here. Did you mean 'isEmpty'?"),
        new("JSG3002", "a misspelt collection", Lamps.With("    from: lamps\n        orderBy", "    from: [|lampz|]\n        orderBy").With("        clause: list.rows\n        says: The list has exactly the lamps of the room, in the order of their names.\n        source: house rule\n", "        clause: list.rows\n        says: All.\n        source: house rule\n").With("{ $each: all }", "[]"), "There is no collection 'lampz' here. Did you mean 'lamps'?"),
        new("JSG3002", "a misspelt collection of an aggregate", Lamps.With("l in lamps where", "l in [|lamp|] where"), "There is no collection 'lamp' here. Did you mean 'lamps'?"),
        new("JSG3002", "a misspelt error", Lamps.With("otherwise: { error: LampNotFoundException,", "otherwise: { error: [|LampNotFoundExeption|],"), "There is no error 'LampNotFoundExeption' here. Did you mean 'LampNotFoundException'?"),
        new("JSG3002", "a misspelt error in the list of an operation", Lamps.With("LampNotFoundException, LampBrokenException]", "LampNotFoundException, LampBrokenException, [|LampLostException|]]"), "There is no error 'LampLostException' here. Did you mean 'LampBrokenException'?"),
        new("JSG3002", "a misspelt block", Lamps.With("use: find-lamp", "use: [|find-lmap|]").With(Guard, "- require: input.times < 1000\n").With("data: { lamp: { $from: lamp } } }", "data: {} }"), "There is no block 'find-lmap' here. Did you mean 'find-lamp'?"),
        new("JSG3002", "a misspelt group", Lamps.With(Guard, "- require: lamp.power in [|hole|]"), "There is no group 'hole' here. Did you mean 'whole'?"),
        new("JSG3002", "a misspelt actor", Lamps.With("        by: person", "        by: [|persom|]"), "There is no actor 'persom' here. Did you mean 'person'?"),
        new("JSG3002", "a transition of a field without a lifecycle", Lamps.With("- transition: lamp.power\n        to: BRIGHT", "- transition: [|lamp.note|]\n        to: input.note"), "There is no lifecycle 'lamp.note' here. Did you mean 'lamp.power'?"),
        new("JSG3002", "a lifecycle of no field", Lamps.With("lifecycles:\n", "lifecycles:\n  [|lamp.pwer|]: { initial: DARK, transitions: [] }\n"), "There is no enum field 'lamp.pwer' here. Did you mean 'lamp.power'?"),
        new("JSG3002", "a row that is not selected", Lamps.With("return: { lamp: { $from: lamp } }", "return: { lamp: { $from: [|lmp|] } }"), "There is no row 'lmp' here. Did you mean 'lamp'?"),
        new("JSG3002", "a list that is not selected", Lamps.With("{ $each: all }", "{ $each: [|al|] }"), "There is no list of rows 'al' here. Did you mean 'all'?"),
        new("JSG3002", "a misspelt operation of a scenario", Lamps.With("- HangLamp: {", "- [|HangLmap|]: {"), "There is no operation 'HangLmap' here. Did you mean 'HangLamp'?"),
        new("JSG3002", "an error that the operation of a scenario cannot answer", Lamps.With("then: { returns: { lamp: { power: BRIGHT, note: null } } }", "then: { refused: [|LampLost|] }"), "There is no error 'LampLost' here. It may be: InvalidRequestException, LampBrokenException, LampNotFoundException."),
        new("JSG3002", "a bare word that means nothing", Lamps.With(Guard, "- require: lamp.switched < [|limit|]"), "There is no value 'limit' here. It may be: input, lamp, now."),
        new("JSG3002", "a sibling that no structure has", Lamps.With("range: 0..1000, examples: [0, 1],", "range: 0..1000, examples: [0, 1], chosenBy: server, within: [|lampName|],"), "There is no member beside 'Count' named 'lampName' here. It may be: lampId, note, power, roomName, since."),

        new("JSG3003", "a misspelt member of the input", Lamps.With(Guard, "- require: input.[|tmes|] < 1000"), "'input' has no member 'tmes'. Did you mean 'times'?"),
        new("JSG3003", "a misspelt field of a row", Lamps.With(Guard, "- require: lamp.[|swiched|] < 1000"), "'lamp' has no member 'swiched'. Did you mean 'switched'?"),
        new("JSG3003", "a misspelt field of the partition", Lamps.With(Guard, "- require: lamp.switched < room.[|limits|]"), "'room' has no member 'limits'. Did you mean 'limit'?"),
        new("JSG3003", "a misspelt field in 'set'", Lamps.With(Count, "set: { lamp.[|swiched|]: lamp.switched + 1 }"), "'lamp' has no member 'swiched'. Did you mean 'switched'?"),
        new("JSG3003", "a misspelt field of a key", Lamps.With("key: [lampId]", "key: [[|lampID|]]"), "'lamp' has no member 'lampID'. Did you mean 'lampId'?"),
        new("JSG3003", "a misspelt member in a scenario", Lamps.With("{ power: BRIGHT, note: null }", "{ [|pwer|]: BRIGHT, note: null }"), "'Lamp' has no member 'pwer'. Did you mean 'power'?"),

        new("JSG3004", "a text for a number in 'set'", Lamps.With(Count, "set: { lamp.switched: [|input.lampId|] }"), "'switched' must be a whole number, but this is a string"),
        new("JSG3004", "a number for a condition", Lamps.With(Guard, "- require: [|lamp.switched|]"), "What is required must be true or false, but this is a whole number"),
        new("JSG3004", "sides of different types", Lamps.With(Guard, "- require: lamp.switched == [|input.lampId|]"), "The other side of '==' must be a whole number, but this is a string"),
        new("JSG3004", "null against what is always there", Lamps.With(Guard, "- require: [|lamp.switched != null|]"), "What is compared with null must be a value that may be absent, but this is always there"),
        new("JSG3004", "'??' behind what is always there", Lamps.With(Guard, "- require: ([|lamp.switched|] ?? 1) < 2"), "What stands before '??' must be a value that may be absent, but this is always there"),
        new("JSG3004", "the length of a number", Lamps.With(Guard, "- require: length([|lamp.switched|]) < 2"), "The argument of 'length' must be a string, but this is a whole number"),
        new("JSG3004", "an order by what other rows have", Lamps.With("orderBy: lamp.lampId", "orderBy: [|now|]"), "A key of 'orderBy' must be a number, a timestamp, a text or a truth value of 'lamp' alone, but this is made of other things than the row"),
        new("JSG3004", "the input as a value", Lamps.With(Guard, "- require: [|input|] == null"), "A value must be a member, for instance input.roomName, but this is the whole input"),
        new("JSG3004", "a member of a member", Lamps.With(Guard, "- require: [|lamp.note|].length < 2"), "What stands before '.' must be input, a row or the partition, but this is something else"),

        new("JSG3005", "a comparison of what may be absent", Lamps.With(Guard, "- require: length([|lamp.note|]) < 2"), "The argument of 'length' must be there, but this may be absent; give a value for that case with '??', or test it with 'when' first"),
        new("JSG3005", "an optional value for a required field", Lamps.With("with: { lampId: input.lampId, power: DARK, switched: 0, since: null,", "with: { lampId: input.lampId, power: DARK, switched: [|min(l.switched for l in lamps)|], since: null,"), "'switched' must be there, but this may be absent; give a value for that case with '??', or test it with 'when' first"),

        new("JSG3006", "an unknown status of the lifecycle", Lamps.With("to: [BROKEN]", "to: [[|BROKE|]]"), "'BROKE' is no value of 'Power'. Did you mean 'BROKEN'?"),
        new("JSG3006", "an unknown initial status", Lamps.With("initial: DARK", "initial: [|OFF|]"), "'OFF' is no value of 'Power'. It may be: BRIGHT, BROKEN, DARK."),
        new("JSG3006", "an unknown status of a group", Lamps.With("whole: [DARK, BRIGHT]", "whole: [DARK, [|BRIHGT|]]"), "'BRIHGT' is no value of 'Power'. Did you mean 'BRIGHT'?"),
        new("JSG3006", "an unknown status in an expression", Lamps.With(Guard, "- require: lamp.power == [|BRIGTH|]"), "'BRIGTH' is no value of 'Power'. Did you mean 'BRIGHT'?"),
        new("JSG3006", "an unknown status in a transition", Lamps.With("        to: BRIGHT\n", "        to: [|LIGHT|]\n"), "'LIGHT' is no value of 'Power'. It may be: BRIGHT, BROKEN, DARK."),
        new("JSG3006", "an unknown status in a scenario", Lamps.With("{ power: BRIGHT, note: null }", "{ power: [|bright|], note: null }"), "'bright' is no value of 'Power'. Did you mean 'BRIGHT'?"),

        new("JSG3007", "a misspelt step", Lamps.With("- use: find-lamp", "- use: find-lamp\n      - [|requires|]: lamp.switched == 1"), "A step starts with exactly one of: select, selectAll, require, when, forEach, set, keep, transition, create, remove, return, use; this one has 'requires'. Did you mean 'require'?"),
        new("JSG3007", "two steps in one", Lamps.With("        clause: switch.counted\n        says: Each switch counts.\n        source: house rule\n", "        keep: lamp.note\n        clause: switch.counted\n        says: Each switch counts.\n        source: house rule\n").With("- set: { lamp.switched:", "- [|set|]: { lamp.switched:"), "A step starts with exactly one of: select, selectAll, require, when, forEach, set, keep, transition, create, remove, return, use; this one has set and keep"),

        new("JSG3008", "a rule without a clause", Lamps.With("        clause: switch.counted\n        says: Each switch counts.\n        source: house rule\n", "").With("- set: { lamp.switched:", "- [|set|]: { lamp.switched:"), "A 'set' of an operation is a rule that callers rely on; name it with 'clause', 'says' and 'source'"),
        new("JSG3008", "a refusal without a clause", Lamps.With("otherwise: { error: LampBrokenException, clause: switch.broken, says: A broken lamp stays broken., source: house rule }", "otherwise: { [|error|]: LampBrokenException }"), "An 'otherwise' of an operation is a rule that callers rely on; name it with 'clause', 'says' and 'source'"),

        new("JSG3009", "a clause that stands twice", Lamps.With("clause: switch.counted", "clause: [|switch.on|]"), "The clause 'switch.on' stands on line 98 already; give this rule an id of its own, or put the common steps into a block"),
        new("JSG3009", "a clause with the name of a constraint", Lamps.With("clause: switch.counted", "clause: [|LampId.length|]"), "The clause 'LampId.length' stands on line 10 already; give this rule an id of its own, or put the common steps into a block"),

        new("JSG3010", "an error that the operation does not list", Lamps.With("[InvalidRequestException, LampNotFoundException, LampBrokenException]", "[InvalidRequestException, LampBrokenException]").With("otherwise: { error: LampNotFoundException,", "otherwise: { error: [|LampNotFoundException|],"), "'SwitchOn' does not list 'LampNotFoundException' in its errors; add it there, or answer another one"),

        new("JSG3010", "an error of a scenario that the operation does not list", Lamps.With("[InvalidRequestException, LampBrokenException]", "[InvalidRequestException]").With("otherwise: LampBrokenException", "otherwise: InvalidRequestException").Plus("  - scenario: Twice\n    steps:\n      - when: { HangLamp: { roomName: hall, lampId: a } }\n        then: { refused: [|LampBrokenException|] }\n"), "'HangLamp' does not list 'LampBrokenException' in its errors; add it there, or answer another one"),

        new("JSG3011", "a block that uses itself", Lamps.With("    says: Selects the lamp that a request names.\n    steps:\n", "    says: Selects the lamp that a request names.\n    steps:\n      - use: [|find-lamp|]\n"), "The block 'find-lamp' uses itself; blocks are put in place of their use, so that this would never end"),

        new("JSG3012", "an operation that just ends", Lamps.With("  ListLamps:", "  [|ListLamps|]:").With(Return + "        clause: list.answer\n        says: The list is there even when the room has no lamps.\n        source: house rule\n", ""), "Not every way through 'ListLamps' ends in 'return'; add one at the end"),

        new("JSG3013", "a step behind the answer", Lamps.With("        clause: list.answer\n        says: The list is there even when the room has no lamps.\n        source: house rule\n", "        clause: list.answer\n        says: The list is there even when the room has no lamps.\n        source: house rule\n      - [|keep|]: room.limit\n        clause: list.kept\n        says: Kept.\n        source: house rule\n"), "This step is never reached, because the steps before it always end the operation; remove it"),

        new("JSG3014", "a row by the name of the partition", Lamps.With("      row: lamp\n", "      row: [|room|]\n"), "'room' already names the partition; choose another name"),
        new("JSG3014", "a row by the name of the input", Lamps.With("      row: lamp\n", "      row: [|input|]\n"), "'input' already names the request; choose another name"),
        new("JSG3014", "a variable by the name of the time", Lamps.With("- selectAll: all", "- selectAll: [|now|]").With("{ $each: all }", "[]"), "'now' already names the time of the step; choose another name"),
        new("JSG3014", "a variable by the name of another", Lamps.With("- use: find-lamp", "- use: find-lamp\n      - selectAll: [|lamp|]\n        from: lamps\n        clause: switch.all\n        says: All.\n        source: house rule"), "'lamp' already names what an earlier step selected; choose another name"),
        new("JSG3014", "a row of an aggregate by the name of another", Lamps.With(Guard, "- require: any([|lamp|] in lamps)"), "'lamp' already names a row of an earlier step; choose another name"),
        new("JSG3014", "an action by the name of an operation", Lamps.With("environment:\n", "environment:\n  [|ListLamps|]: { says: Again., input: {}, errors: [], steps: [] }\n"), "'ListLamps' already names an operation; choose another name"),
        new("JSG3014", "two scenarios of one name", Lamps.Plus("  - scenario: [|A lamp is switched on|]\n    steps: []\n"), "'A lamp is switched on' already names another scenario; choose another name"),

        new("JSG3015", "a row without a field", Lamps.With("- create: lamp", "- create: [|lamp|]").With("since: null, note: null }", "since: null }"), "A new row of 'lamps' needs 'note'; give it, or write 'note: null' for none"),
        new("JSG3015", "an answer without a required member", Lamps.With("return: { lamp: { $from: lamp } }", "return: { lamp: { [|lampId|]: lamp.lampId, power: lamp.power } }"), "'Lamp' needs 'switched'; give it"),
        new("JSG3015", "an error without what it carries", Lamps.With("members: { lamp: Lamp }", "members: { lamp: { shape: Lamp, required: true } }").With("otherwise: { error: LampBrokenException, clause: switch.broken,", "otherwise: { error: [|LampBrokenException|], clause: switch.broken,").With("otherwise: LampBrokenException", "otherwise: InvalidRequestException"), "'LampBrokenException' needs 'lamp'; give it under 'data'"),
        new("JSG3015", "a call of a scenario without a required member", Lamps.With("- when: { SwitchOn: { roomName: hall, lampId: a } }", "- when: { SwitchOn: { [|roomName|]: hall } }"), "'SwitchOnRequest' needs 'lampId'; give it"),

        new("JSG3016", "an operation that names no partition", Lamps.With("  ListLamps:", "  [|ListLamps|]:").With("input: { roomName: { shape: RoomName, required: true } }\n    output: { lamps", "input: { roomName: RoomName }\n    output: { lamps").With("path: \"/rooms/{roomName}/lamps\"", "path: /rooms/lamps"), "'ListLamps' must have the required input member 'roomName' of shape 'RoomName', because the state is kept by it"),

        new("JSG3017", "an answer of the environment", Lamps.With("        with: { lampId: input.lampId, power: DARK, switched: 0, since: null, note: null }", "        with: { lampId: input.lampId, power: DARK, switched: 0, since: null, note: null }\n      - [|return|]: {}"), "An environment action just ends, only operations answer with 'return'; remove this step"),

        new("JSG3018", "a key that is set", Lamps.With(Count, "set: { [|lamp.lampId|]: input.lampId }"), "'lamp.lampId' cannot be set: it is part of the key of its row"),
        new("JSG3018", "a status that is set", Lamps.With(Count, "set: { [|lamp.power|]: BRIGHT }"), "'lamp.power' cannot be set: it has a lifecycle; use 'transition'"),
        new("JSG3018", "the name of the partition is set", Lamps.With(Count, "set: { [|room.roomName|]: input.roomName }"), "'room.roomName' cannot be set: it names the partition"),
        new("JSG3018", "two rows in one 'set'", Lamps.With(Count, "set: { lamp.switched: lamp.switched + 1, [|room.limit|]: 2 }"), "'room.limit' cannot be set: one 'set' changes one row; use a second step"),

        new("JSG3019", "a guard that always holds", Lamps.With(Guard, "- require: [|true|]"), "What is required is always the same, whatever the request and the state; leave it out, or name what it is to depend on"),
        new("JSG3019", "a comparison of two constants", Lamps.With(Guard, "- require: lamp.switched < 1000 || [|1 == 2|]"), "This comparison is always the same, whatever the request and the state; leave it out, or name what it is to depend on"),
        new("JSG3019", "a comparison with itself", Lamps.With(Guard, "- require: [|lamp.switched == lamp.switched|]"), "This comparison is always the same, whatever the request and the state; leave it out, or name what it is to depend on"),
        new("JSG3019", "a constant in a list of constants", Lamps.With(Guard, "- require: \"[|1 in [1, 2]|]\""), "This test is always the same, whatever the request and the state; leave it out, or name what it is to depend on"),
        new("JSG3019", "a choice between the same", Lamps.With(Guard, "- require: \"lamp.switched < [|if(now < 1, 2, 2)|]\""), "This 'if' is always the same, whatever the request and the state; leave it out, or name what it is to depend on"),
        new("JSG3019", "rows without a condition that counts", Lamps.With("    from: lamps\n        orderBy", "    from: lamps\n        where: not [|false|]\n        orderBy"), "What is negated is always the same, whatever the request and the state; leave it out, or name what it is to depend on"),
    ];
}
