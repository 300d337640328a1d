using JobsSpecGen.Tests.Support;
using static JobsSpecGen.Tests.Support.SpecText;

namespace JobsSpecGen.Tests.Binding;

/// <summary>JSG1xxx: keys, names and shapes. JSG2xxx: constraints and literals.</summary>
internal static class ShapeMistakes
{
    private const string Note = "  Note: { type: string, length: 1..20, examples: [blinks], says: What somebody noticed. }";
    private const string Count = "  Count: { type: long, range: 0..1000, examples: [0, 1], says: How often. }";

    public static IEnumerable<Mistake> All =>
    [
        new("JSG1001", "a misspelt key of a shape", Lamps.With("length: 1..20", "[|lenght|]: 1..20"), "The shape 'Note' has no key 'lenght'. Did you mean 'length'?"),
        new("JSG1001", "a key of another kind of shape", Lamps.With(Note, "  Note: { type: string, [|range|]: 1..20, says: A note. }"), "The shape 'Note' has no key 'range'. It may be: base, examples, facts, fresh, length, pattern, says, source, type."),
        new("JSG1001", "an unknown key at the top", Lamps.Plus("[|scenario|]: []\n"), "A spec has no key 'scenario'. Did you mean 'scenarios'?"),
        new("JSG1001", "a misspelt key of a step", Lamps.With("        by: person", "        [|bye|]: person\n        by: person"), "A step has no key 'bye'. Did you mean 'by'?"),
        new("JSG1001", "a default in an error", Lamps.With("{ lamp: Lamp }", "{ lamp: { shape: Lamp, [|default|]: 1 } }"), "The member 'lamp' has no key 'default'. It may be: required, says, shape."),
        new("JSG1001", "a default in a row", Lamps.With("since: { shape: Moment, optional: true }", "since: { shape: Moment, optional: true, [|default|]: 1 }"), "The member 'since' has no key 'default'. It may be: optional, says, shape."),
        new("JSG1001", "a member that an answer does not have", Lamps.With("return: { lamps: { $each: all } }", "return: { lamps: { $each: all }, [|lapms|]: 1 }"), "The structure 'ListLampsResponse' has no key 'lapms'. Did you mean 'lamps'?"),

        new("JSG1002", "a shape without a sentence", Lamps.With(Note, "  Note: { [|type|]: string }"), "The shape 'Note' needs the key 'says'; add it"),
        new("JSG1002", "a spec without a revision", Lamps.With("language: 1", "[|language|]: 1").With("revision: \"1\"\n", ""), "A spec needs the key 'revision'; add it"),
        new("JSG1002", "a clause without a source", Lamps.With("        clause: switch.counted\n        says: Each switch counts.\n        source: house rule\n", "        clause: [|switch.counted|]\n        says: Each switch counts.\n"), "The clause 'switch.counted' needs the key 'source'; add it"),
        new("JSG1002", "no error that rejects input", Lamps.With("  InvalidRequestException: { status: 400, rejectsInput: true,", "  [|I|]nvalidRequestException: { status: 400,"), "One of the errors needs the key 'rejectsInput: true'; add it"),
        new("JSG1007", "two errors that reject input", Lamps.With("{ status: 404,", "{ status: 404, rejectsInput: [|true|],"), "'rejectsInput' cannot be 'true'. 'InvalidRequestException' answers broken constraints already; remove it here or there."),

        new("JSG1003", "a list where a text must be", Lamps.With("title: Lamps of a house", "title: [|[Lamps]|]"), "'title' must be a text"),
        new("JSG1003", "a text where a mapping must be", Lamps.With(Note, "  Note: [|string|]"), "The shape 'Note' must be a mapping (key: value)"),
        new("JSG1003", "a text where a list must be", Lamps.With("    transitions:\n      - { from: [DARK, BRIGHT], to: [BRIGHT], by: person }\n      - { from: [DARK, BRIGHT], to: [BROKEN], by: world }", "    transitions: [|none|]").With("      - transition: lamp.power\n        to: BRIGHT\n        by: person\n        clause: switch.on\n        says: The lamp shines.\n        source: house rule\n        otherwise: { error: LampBrokenException, clause: switch.broken, says: A broken lamp stays broken., source: house rule }\n", ""), "'transitions' must be a list"),
        new("JSG1003", "an enum without values", Lamps.With("values: { DARK: It does not., BRIGHT: It does., BROKEN: It never will. }", "values: [|{}|]"), "'values' of 'Power' must be a mapping with at least one value"),
        new("JSG1003", "a partition of two keys", Lamps.With("    row: room\n    key: { roomName: RoomName }", "    [|row|]: room\n    key: { roomName: RoomName, floor: Note }"), "The key of the partition must be exactly one member whose shape is a string"),
        new("JSG1003", "'$when' on a required member", Lamps.With("return: { lamps: { $each: all } }", "return: { lamps: { $when: [|now > 1|], $each: all, $clause: list.some, $says: Sometimes., $source: here } }"), "'lamps' must be optional in its structure, as '$when' may leave it out"),
        new("JSG1003", "a field to keep that is none", Lamps.With("      - set: { lamp.switched: lamp.switched + 1, lamp.since: now }", "      - keep: [|lamp|]"), "What is written must be a field of a row, for instance row.field"),
        new("JSG1003", "another answer where a transition is refused", Lamps.With("otherwise: { error: LampBrokenException, clause: switch.broken,", "otherwise: { [|return|]: { lamp: { $from: lamp } }, clause: switch.broken,"), "The 'otherwise' of a transition must be an error"),
        new("JSG1003", "a call without an operation", Lamps.With("- when: { SwitchOn: { roomName: hall, lampId: a } }", "- when: [|SwitchOn|]"), "A call must be a mapping of one operation to its input"),
        new("JSG1003", "no operation", Lamps.With("operations:\n", "operations: [|{}|]\nomissions:\n"), "'operations' must be a mapping with at least one operation"),
        new("JSG1003", "nothing where the operations should be", Lamps.With("environment:\n", "environment:[||]\nomissions:\n"), "'environment' must be a mapping (key: value)"),

        new("JSG1004", "a shape with a hyphen", Lamps.With(Note, Note + "\n  [|Lamp-Id|]: { type: string, says: A name. }"), "'Lamp-Id' cannot be the name of a shape; use a capital letter, then letters and digits, 200 at most"),
        new("JSG1004", "a shape with a small letter", Lamps.With(Note, Note + "\n  [|string|]: { type: string, says: A name. }"), "'string' cannot be the name of a shape; use a capital letter, then letters and digits, 200 at most"),
        new("JSG1004", "a namespace of the generator", Lamps.With("namespace: House", "namespace: [|JobsSpecGen.Conformance|]"), "'JobsSpecGen.Conformance' cannot be the name of a namespace; use words of letters, digits and underscores, joined by dots, the first not JobsSpecGen, 200 at most"),
        new("JSG1004", "a service with a space", Lamps.With("service: Lamps", "service: [|Our Lamps|]"), "'Our Lamps' cannot be the name of a service; use a capital letter, then letters and digits, 200 at most"),
        new("JSG1004", "a signing name with capitals", Lamps.With("timestamps: seconds\n", "timestamps: seconds\nsigningName: [|Lamps-Data|]\n"), "'Lamps-Data' cannot be the name of a service in signatures; use small letters, digits and hyphens, 200 at most"),
        new("JSG1004", "a signing name with a slash", Lamps.With("timestamps: seconds\n", "timestamps: seconds\nsigningName: [|lamps/data|]\n"), "'lamps/data' cannot be the name of a service in signatures; use small letters, digits and hyphens, 200 at most"),
        new("JSG1004", "a namespace with a hyphen", Lamps.With("namespace: House", "namespace: [|My-House|]"), "'My-House' cannot be the name of a namespace; use words of letters, digits and underscores, joined by dots, the first not JobsSpecGen, 200 at most"),
        new("JSG1004", "a member with a hyphen", Lamps.With("      note: Note\n  LampList", "      [|a-note|]: Note\n  LampList"), "'a-note' cannot be the name of a member; use a letter or underscore, then letters, digits and underscores, 200 at most"),
        new("JSG1004", "an enum's value with a hyphen", Lamps.With("BROKEN: It never will.", "[|BROKEN-DOWN|]: It never will.").With("to: [BROKEN]", "to: [DARK]"), "'BROKEN-DOWN' cannot be the name of an enum's value; use a letter or underscore, then letters, digits and underscores, 200 at most"),
        new("JSG1004", "a clause with a space", Lamps.With("clause: switch.counted", "clause: [|switch counted|]"), "'switch counted' cannot be the name of a clause; use letters, digits, dots and hyphens, 200 at most"),
        new("JSG1004", "a block with an underscore", Lamps.With("blocks:\n", "blocks:\n  [|find_it|]: { says: Finds., steps: [] }\n"), "'find_it' cannot be the name of a block; use letters, digits, dots and hyphens, 200 at most"),
        new("JSG1004", "an operation with a hyphen", Lamps.With("  ListLamps:", "  [|List-Lamps|]:"), "'List-Lamps' cannot be the name of an operation; use a capital letter, then letters and digits, 200 at most"),
        new("JSG1004", "an error with an underscore", Lamps.With("  LampNotFoundException: {", "  [|Lamp_Lost|]: { status: 404, says: It is lost. }\n  LampNotFoundException: {"), "'Lamp_Lost' cannot be the name of an error; use a capital letter, then letters and digits, 200 at most"),
        new("JSG1004", "a collection with a hyphen", Lamps.With("  collections:\n", "  collections:\n    [|old-lamps|]: { row: oldLamp, key: [lampId], fields: { lampId: LampId } }\n"), "'old-lamps' cannot be the name of a collection; use a letter or underscore, then letters, digits and underscores, 200 at most"),
        new("JSG1004", "a row with a hyphen", Lamps.With("      row: lamp\n", "      row: [|a-lamp|]\n"), "'a-lamp' cannot be the name of a row; use a letter or underscore, then letters, digits and underscores, 200 at most"),
        new("JSG1004", "a field of the partition with a hyphen", Lamps.With("      limit: { shape: Count, initial: 3 }", "      [|my-limit|]: { shape: Count, initial: 3 }"), "'my-limit' cannot be the name of a field; use a letter or underscore, then letters, digits and underscores, 200 at most"),
        new("JSG1004", "a variable with a hyphen", Lamps.With("- selectAll: all", "- selectAll: [|all-lamps|]").With("{ $each: all }", "[]"), "'all-lamps' cannot be the name of a row; use a letter or underscore, then letters, digits and underscores, 200 at most"),

        new("JSG1005", "members that differ by an underscore", Lamps.With("      note: Note\n  LampList", "      note: Note\n      [|_note|]: Note\n  LampList"), "'_note' and 'note' would both become 'Note' in C#; rename one"),
        new("JSG1005", "values of an enum that differ by case", Lamps.With("{ DARK: It does not.,", "{ DARK: It does not., [|Dark|]: It does not.,"), "'Dark' and 'DARK' would both become 'Dark' in C#; rename one"),
        new("JSG1005", "a shape with the name of an emitted type", Lamps.With(Note, Note + "\n  [|LampsModel|]: { type: string, says: A name. }"), "'LampsModel' and a type that is made for the service would both become 'LampsModel' in C#; rename one"),
        new("JSG1005", "a shape with the name of a validator", Lamps.With(Note, Note + "\n  [|LampValidator|]: { type: string, says: A name. }"), "'LampValidator' and the validator of 'Lamp' would both become 'LampValidator' in C#; rename one"),
        new("JSG1005", "an error with the name of a shape", Lamps.With("  LampNotFoundException: {", "  [|Lamp|]: { status: 404, says: It is lost. }\n  LampNotFoundException: {"), "'Lamp' and the shape 'Lamp' would both become 'Lamp' in C#; rename one"),
        new("JSG1005", "an error with the name of an operation's input", Lamps.With("  LampNotFoundException: {", "  [|SwitchOnRequest|]: { status: 404, says: It is lost. }\n  LampNotFoundException: {"), "'SwitchOnRequest' and the input of 'SwitchOn' would both become 'SwitchOnRequest' in C#; rename one"),
        new("JSG1005", "a shape with the name of an operation's answer", Lamps.With(Note, Note + "\n  [|SwitchOnResponse|]: { type: structure, says: A name., members: {} }"), "'SwitchOnResponse' and the output of 'SwitchOn' would both become 'SwitchOnResponse' in C#; rename one"),
        new("JSG1005", "fields of the partition that differ by case", Lamps.With("      limit: { shape: Count, initial: 3 }", "      limit: { shape: Count, initial: 3 }\n      [|Limit|]: { shape: Count, initial: 3 }"), "'Limit' and 'limit' would both become 'Limit' in C#; rename one"),
        new("JSG1005", "a field of the partition with the name of its key", Lamps.With("      limit: { shape: Count, initial: 3 }", "      [|RoomName|]: { shape: Count, initial: 3 }"), "'RoomName' and 'roomName' would both become 'RoomName' in C#; rename one"),
        new("JSG1005", "collections that differ by case", Lamps.With("  collections:\n", "  collections:\n    Lamps: { row: oldLamp, key: [lampId], fields: { lampId: LampId } }\n").With("\n    lamps:\n", "\n    [|lamps|]:\n"), "'lamps' and 'Lamps' would both become 'Lamps' in C#; rename one"),
        new("JSG1005", "rows that differ by case", Lamps.With("  collections:\n", "  collections:\n    old: { row: Lamp, key: [lampId], fields: { lampId: LampId } }\n").With("      row: lamp\n", "      row: [|lamp|]\n"), "'lamp' and 'Lamp' would both become 'LampRow' in C#; rename one"),

        new("JSG1005", "a collection by the name of a field of the partition", Lamps.With("      limit: { shape: Count, initial: 3 }", "      Lamps: { shape: Count, initial: 3 }").With("\n    lamps:\n", "\n    [|lamps|]:\n"), "'lamps' and 'Lamps' of the partition would both become 'Lamps' in C#; rename one"),

        new("JSG1006", "a misspelt shape of a member", Lamps.With("      note: Note\n  LampList", "      note: [|Noet|]\n  LampList"), "There is no shape 'Noet'. Did you mean 'Note'?"),
        new("JSG1006", "a shape of a member with a default", Lamps.With("times: { shape: Count, default: 1 }", "times: { shape: [|Cuont|], default: 1 }"), "There is no shape 'Cuont'. Did you mean 'Count'?"),
        new("JSG1006", "a misspelt element of a list", Lamps.With("of: Note", "of: [|Notte|]"), "There is no shape 'Notte'. Did you mean 'Note'?"),
        new("JSG1006", "a misspelt shape of a row's field", Lamps.With("        power: Power\n", "        power: [|Pwer|]\n"), "There is no shape 'Pwer'. Did you mean 'Power'?"),

        new("JSG1007", "data that nobody can give to the error that rejects input", Lamps.With("rejectsInput: true, says", "rejectsInput: true, members: { [|lamp|]: { shape: Lamp, required: true } }, says"), "'lamp' cannot be 'required'. Whoever finds that a request breaks constraints has nothing to put there; make it optional."),
        new("JSG1007", "another language", Lamps.With("language: 1", "language: [|2|]"), "'language' cannot be '2'. This version of JobsSpecGen reads language 1."),
        new("JSG1007", "an unknown type", Lamps.With(Note, "  Note: { type: [|text|], says: A note. }"), "'type' cannot be 'text'. It may be: boolean, enum, list, long, map, string, structure, timestamp."),
        new("JSG1007", "an unknown unit of time", Lamps.With("timestamps: seconds", "timestamps: [|second|]"), "'timestamps' cannot be 'second'. Did you mean 'seconds'?"),
        new("JSG1007", "yes for true", Lamps.With("fresh: true, examples: [a, b]", "fresh: [|yes|], examples: [a, b]"), "'fresh' cannot be 'yes'. It may be: false, true."),
        new("JSG1007", "a word for an HTTP status", Lamps.With("status: 404", "status: [|NotFound|]"), "'status' cannot be 'NotFound'. It must be a whole number, 400 to 599."),
        new("JSG1007", "an HTTP status of success", Lamps.With("status: 404", "status: [|204|]"), "'status' cannot be '204'. It must be a whole number, 400 to 599."),
        new("JSG1007", "an unknown method", Lamps.With("method: PUT", "method: [|put|]"), "'method' cannot be 'put'. Did you mean 'PUT'?"),
        new("JSG1007", "an unknown level", Lamps.With("        clause: switch.counted\n", "        clause: switch.counted\n        level: [|shall|]\n"), "'level' cannot be 'shall'. It may be: must, should."),

        new("JSG1008", "a structure that requires itself", Lamps.With(Note, Note + "\n  [|Tree|]: { type: structure, says: A tree., members: { child: { shape: Tree, required: true } } }"), "'Tree' requires itself through 'child', so that it would never end; make a member on the way optional, or put a structure between the lists"),
        new("JSG1008", "structures that require each other", Lamps.With(Note, Note + "\n  [|Hen|]: { type: structure, says: A hen., members: { egg: { shape: Egg, required: true } } }\n  Egg: { type: structure, says: An egg., members: { hen: { shape: Hen, required: true } } }"), "'Hen' requires itself through 'hen', so that it would never end; make a member on the way optional, or put a structure between the lists"),
        new("JSG1008", "a string that is based on itself", Lamps.With(Note, Note + "\n  [|Word|]: { type: string, base: Word, examples: [x], says: A word. }"), "'Word' requires itself through 'base', so that it would never end; make a member on the way optional, or put a structure between the lists"),

        new("JSG1008", "a list of itself", Lamps.With(Note, Note + "\n  [|Nest|]: { type: list, of: Nest, says: A nest. }"), "'Nest' requires itself through 'of', so that it would never end; make a member on the way optional, or put a structure between the lists"),
        new("JSG1008", "a map of lists of it", Lamps.With(Note, Note + "\n  [|Tree|]: { type: map, key: Note, value: Trees, says: A tree. }\n  Trees: { type: list, of: Tree, says: Trees. }"), "'Tree' requires itself through 'of', so that it would never end; make a member on the way optional, or put a structure between the lists"),
        new("JSG1009", "a map with numbers for keys", Lamps.With("key: Note, value", "key: [|Count|], value"), "'key' must be a string, but 'Count' is a whole number"),
        new("JSG1009", "a base that is no string", Lamps.With(Note, "  Note: { type: string, base: [|Count|], says: A note. }"), "'base' must be a string, but 'Count' is a whole number"),
        new("JSG1009", "'$each' for a list of texts", Lamps.With("output: { lamps: { shape: LampList, required: true } }", "output: { lamps: { shape: Notes, required: true } }").With("{ $each: all }", "{ $each: [|all|] }"), "What '$each' fills must be a list of structures, but 'Notes' is a list, each element of which is a string"),

        new("JSG1010", "a path without a slash", Lamps.With("\"/rooms/{roomName}/lamps\"", "[|\"rooms/{roomName}/lamps\"|]"), "'rooms/{roomName}/lamps' is no path: it starts with '/', and each of its segments is plain text or one {member}"),
        new("JSG1010", "a path that names an unknown member", Lamps.With("\"/rooms/{roomName}/lamps\"", "[|\"/rooms/{room}/lamps\"|]"), "The path names {room}, which must be a required member of the input whose shape is a string"),
        new("JSG1010", "a path that names an optional member", Lamps.With("\"/rooms/{roomName}/lamps/{lampId}\"", "[|\"/rooms/{roomName}/lamps/{note}\"|]"), "The path names {note}, which must be a required member of the input whose shape is a string"),
        new("JSG1010", "a path that names a member of the query", Lamps.With("\"/rooms/{roomName}/lamps/{lampId}\"", "[|\"/rooms/{roomName}/lamps/{lampId}\"|]").With("      lampId: { shape: LampId, required: true }\n      note: Note\n      times", "      lampId: { shape: LampId, required: true, in: query }\n      note: Note\n      times"), "The path names {lampId}, whose 'in' puts it elsewhere; take one of the two away"),
        new("JSG1010", "a member of a path that does not name it", Lamps.With("\"/rooms/{roomName}/lamps/{lampId}\"", "[|\"/rooms/{roomName}/lamps/{lampId}\"|]").With("      note: Note\n      times", "      note: { shape: Note, in: path }\n      times"), "The member 'note' is to be in the path, which does not name it; add {note}, or take its 'in' away"),
        new("JSG1010", "a list in the query", Lamps.With("\"/rooms/{roomName}/lamps/{lampId}\"", "[|\"/rooms/{roomName}/lamps/{lampId}\"|]").With("      note: Note\n      times", "      note: Note\n      more: { shape: Notes, in: query }\n      times"), "The member 'more' is to be in the query or a header, where only a single value can be; let it travel in the body"),
        new("JSG1007", "unknown members that are neither ignored nor refused", Lamps.With("timestamps: seconds\n", "timestamps: seconds\nunknownMembers: [|reject|]\n"), "'unknownMembers' cannot be 'reject'. It may be: ignored, refused."),

        new("JSG2001", "a range with a hyphen", Lamps.With("length: 1..20", "length: [|1-20|]"), "'1-20' is no range; write MIN..MAX with whole numbers, either of which may be left out, for instance 1..64"),
        new("JSG2001", "a range without bounds", Lamps.With("range: 0..1000", "range: [|..|]"), "'..' is no range; write MIN..MAX with whole numbers, either of which may be left out, for instance 1..64"),
        new("JSG2002", "a range upside down", Lamps.With("range: 0..1000", "range: [|1000..0|]"), "Nothing lies in '1000..0': the lower bound must not be above the upper one, and a length not below 0"),
        new("JSG2002", "a length below zero", Lamps.With("length: 1..20", "length: [|-1..20|]"), "Nothing lies in '-1..20': the lower bound must not be above the upper one, and a length not below 0"),
        new("JSG2003", "a pattern with an open bracket", Lamps.With("pattern: '[a-z]+'", "pattern: [|'([a-z]+'|]"), "The pattern is no regular expression of .NET: Invalid pattern '([a-z]+' at offset 7. Not enough )'s."),
        new("JSG2003", "a pattern that closes a group of the generator's", Lamps.With("pattern: '[a-z]+'", "pattern: [|'a)|(?:b'|]"), "The pattern is no regular expression of .NET: Invalid pattern 'a)|(?:b' at offset 2. Too many )'s."),
        new("JSG2004", "an example on which the pattern takes forever", Lamps.With(Note, "  Note: { type: string, pattern: '(a+)+b', examples: [[|aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa|]], says: A note. }"), "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' is no value of 'Note': the pattern (a+)+b takes too long to tell; write it without repetitions inside repetitions"),
        new("JSG2004", "an example that is too long", Lamps.With("examples: [a, b]", "examples: [a, [|abcdefghi|]]"), "'abcdefghi' is no value of 'LampId': its length must lie in 1..8"),
        new("JSG2004", "an example that does not match", Lamps.With("examples: [hall, attic]", "examples: [[|Hall|], attic]"), "'Hall' is no value of 'RoomName': it must match [a-z]+"),
        new("JSG2004", "an example that is no number", Lamps.With("examples: [0, 1]", "examples: [[|none|], 1]"), "'none' is no value of 'Count': write a whole number"),
        new("JSG2004", "an example outside the range", Lamps.With("examples: [0, 1]", "examples: [0, [|1001|]]"), "1001 is no value of 'Count': it must lie in 0..1000"),
        new("JSG2004", "a default outside the range", Lamps.With("times: { shape: Count, default: 1 }", "times: { shape: Count, default: [|-1|] }"), "-1 is no value of 'Count': it must lie in 0..1000"),
        new("JSG2004", "a text for a list", Lamps.With("says: Several notes.", "examples: [[|blinks|]], says: Several notes."), "This is no value of 'Notes': write a list"),
        new("JSG2004", "too many elements", Lamps.With("of: Note, says: Several notes.", "of: Note, length: 1..1, examples: [[|[x, y]|]], says: Several notes."), "This list is no value of 'Notes': the number of its entries must lie in 1..1"),
        new("JSG2004", "an initial value outside the range", Lamps.With("initial: 3", "initial: [|3000|]"), "3000 is no value of 'Count': it must lie in 0..1000"),
    ];
}
