using JobsSpecGen.Tests.Support;
using static JobsSpecGen.Tests.Support.SpecText;

namespace JobsSpecGen.Tests.Binding;

/// <summary>JSG1011 to JSG1014 and their neighbours: how actions travel over HTTP, and what of the wire is a clause.</summary>
internal static class HttpMistakes
{
    private const string Says = "    says: Somebody hangs a lamp.\n";
    private const string Input = "    input: { roomName: { shape: RoomName, required: true }, lampId: { shape: LampId, required: true } }";

    public static IEnumerable<Mistake> All =>
    [
        new("JSG1011", "a brace that stays open", Body("{ id: 'x-[|{|]lampId' }"), "This template cannot be read: a brace encloses one name; write it twice where the brace itself is meant"),
        new("JSG1011", "a brace that was never opened", Body("{ id: 'x[|}|]' }"), "This template cannot be read: a brace encloses one name; write it twice where the brace itself is meant"),
        new("JSG1011", "braces around two words", Body("{ id: '[|{lamp id}|]' }"), "This template cannot be read: a brace encloses one name; write it twice where the brace itself is meant"),
        new("JSG1011", "names without a text between them", Body("{ id: '{roomName}[|{lampId}|]' }"), "This template cannot be read: nothing stands between this name and the one before it, so that nobody can tell where one ends; put a text between them"),
        new("JSG1011", "a name in a key", Body("{ id: '{lampId}', '[|x-{lampId}|]': x }").With("'[|x-{lampId}|]'", "[|'x-{lampId}'|]"), "This template cannot be read: a key has no braces; only texts do"),
        new("JSG1011", "a list of two", Body("{ ids: [|['{lampId}', x]|] }"), "This template cannot be read: a list has exactly one element, which says what each of them is like"),
        new("JSG1011", "a list of none", Body("{ ids: [|[]|] }"), "This template cannot be read: a list has exactly one element, which says what each of them is like"),
        new("JSG1011", "two lists in a body", Body("{ ids: ['{lampId}'], more: [|['x']|] }"), "This template cannot be read: a body has at most one list, as each of its elements is an action of its own"),
        new("JSG1011", "a broken text in the query", Http("query: { a: '[|{|]' }"), "This template cannot be read: a brace encloses one name; write it twice where the brace itself is meant"),
        new("JSG1011", "a broken text in the answer", Http("answer: [['[|{|]']]"), "This template cannot be read: a brace encloses one name; write it twice where the brace itself is meant"),

        new("JSG1012", "a misspelt member", Body("{ id: 'x-[|{lampID}|]' }"), "{lampID} cannot stand here: it is neither a member of the input nor a name under 'given'. Did you mean 'lampId'?"),
        new("JSG1012", "a misspelt member in the answer", Http("answer: { id: '[|{lamp}|]' }"), "{lamp} cannot stand here: it is neither a member of the input nor a name under 'given'. It may be: lampId, roomName."),
        new("JSG1012", "an optional member in a longer text", Body("{ id: '{lampId}', note: 'it [|{note}|]' }", "note: Note"), "{note} cannot stand here: it may be absent, and nothing can be left out here; make the member required, or the whole value of a key"),
        new("JSG1012", "an optional member as an element", Body("{ id: '{lampId}', notes: ['[|{note}|]'] }", "note: Note"), "{note} cannot stand here: it may be absent, and nothing can be left out here; make the member required, or the whole value of a key"),
        new("JSG1012", "an optional member in the query", Http("query: { a: '[|{note}|]' }", "note: Note"), "{note} cannot stand here: it may be absent, and nothing can be left out here; make the member required, or the whole value of a key"),
        new("JSG1012", "a list in a longer text", Body("{ id: '{lampId}', notes: 'all [|{notes}|]' }", "notes: { shape: Notes, required: true }"), "{notes} cannot stand here: a list, map or structure must be the whole value"),
        new("JSG1012", "a member of the query in the body", Body("{ id: '{lampId}', note: '[|{note}|]' }", "note: { shape: Note, in: query }"), "{note} cannot stand here: its 'in' puts it elsewhere; take one of the two away"),

        new("JSG1013", "a member that the body lacks", Http("[|body|]: { a: x }"), "The member 'lampId' is nowhere in the request; add {lampId} to the body, or let it travel in the query or a header"),
        new("JSG1013", "a given text that nobody uses", Http("given: { [|city|]: Bath }"), "What is given as 'city' is nowhere in the request; use {city}, or remove it"),

        new("JSG1014", "an action at the address of an operation", Lamps.With(Says, Says + "    http: { method: GET, path: [|\"/Rooms/{roomName}/lamps\"|] }\n"), "'ListLamps' and 'HangLamp' are both GET /Rooms/{roomName}/lamps, so that nobody can tell which is meant; change the method or the path of one"),
        new("JSG1014", "operations that differ by the names in braces", Lamps.With("{ method: GET, path: \"/rooms/{roomName}/lamps\" }", "{ method: PUT, path: [|\"/rooms/{lampId}/lamps/{roomName}\"|] }").With("    input: { roomName: { shape: RoomName, required: true } }\n    output: { lamps", Input + "\n    output: { lamps"), "'SwitchOn' and 'ListLamps' are both PUT /rooms/{lampId}/lamps/{roomName}, so that nobody can tell which is meant; change the method or the path of one"),

        new("JSG1001", "a body of an operation", Lamps.With("lamps\" }", "lamps\", [|body|]: {} }"), "'http' has no key 'body'. It may be: method, path."),
        new("JSG1003", "a mapping in the query", Http("query: { a: [|{}|] }"), "'a' in the query must be a text"),
        new("JSG1003", "a list for what is given", Http("given: { city: [|[]|] }"), "What is given for 'city' must be a text"),
        new("JSG1004", "a given name with a hyphen", Http("given: { [|a-city|]: Bath }"), "'a-city' cannot be the name of what is given; use a letter or underscore, then letters, digits and underscores, 200 at most"),
        new("JSG1004", "a name in the query with a space", Http("query: { [|a city|]: Bath }"), "'a city' cannot be the name of what is in the query; use a letter or underscore, then letters, digits and underscores, 200 at most"),
        new("JSG1010", "an action's path that names nothing", Lamps.With(Says, Says + "    http: { method: PUT, path: [|\"/cities/{city}\"|] }\n"), "The path names {city}, which must be a required member of the input whose shape is a string, or a name under 'given'"),
        new("JSG3014", "a given name that a member has", Http("given: { [|lampId|]: x }"), "'lampId' already names a member of the input; choose another name"),
        new("JSG3014", "a name in the query that a member has", Http("query: { [|note|]: x }", "note: { shape: Note, in: query }"), "'note' already names a member of the query; choose another name"),

        new("JSG1004", "a name of an error with a space", Lamps.With("{ status: 404,", "{ status: 404, wireName: [|Not found|],"), "'Not found' cannot be the name of an error over HTTP; use visible characters of ASCII without spaces, 200 at most"),
        new("JSG1004", "a name of an error with an umlaut", Lamps.With("{ status: 404,", "{ status: 404, wireName: [|Lückenhaft|],"), "'Lückenhaft' cannot be the name of an error over HTTP; use visible characters of ASCII without spaces, 200 at most"),

        new("JSG1001", "a rule of the wire that is none", Lamps.Plus("wire: { [|malformedBodies|]: { clause: a, says: b, source: c } }\n"), "'wire' has no key 'malformedBodies'. Did you mean 'malformedBody'?"),
        new("JSG1001", "an unknown key of a rule of the wire", Lamps.Plus("wire: { numbers: { clause: a, says: b, source: c, [|steps|]: [] } }\n"), "'numbers' has no key 'steps'. It may be: clause, facts, level, says, source."),
        new("JSG3008", "a rule of the wire without a clause", Lamps.Plus("wire: { numbers: { [|says|]: b } }\n"), "The rule 'numbers' of an operation is a rule that callers rely on; name it with 'clause', 'says' and 'source'"),
        new("JSG3009", "a rule of the wire by the name of another clause", Lamps.Plus("wire: { numbers: { clause: [|switch.on|], says: b, source: c } }\n"), "The clause 'switch.on' stands on line 98 already; give this rule an id of its own, or put the common steps into a block"),
    ];

    /// <summary>The lamps, hung over HTTP.</summary>
    private static SpecText Http(string more, string? member = null)
    {
        var spec = Lamps.With(Says, $"{Says}    http: {{ method: POST, path: \"/rooms/{{roomName}}/hooks\", {more} }}\n");
        return member is null ? spec : spec.With(Input, Input[..^2] + ", " + member + " }");
    }

    private static SpecText Body(string template, string? member = null) => Http("body: " + template, member);
}
