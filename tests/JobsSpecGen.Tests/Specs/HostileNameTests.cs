using System.Text.RegularExpressions;
using JobsSpecGen.Tests.Support;

namespace JobsSpecGen.Tests.Specs;

/// <summary>Names that mean something in C#, that the emitted code uses itself, or that are very long. They do no harm, or a diagnostic says what is wrong with them.</summary>
public sealed class HostileNameTests
{
    private static readonly string s_long = "Ab" + new string('c', 187) + "d";

    private static readonly string[] s_members =
    [
        "class", "event", "base", "this", "value", "field", "init", "record", "global", "var", "await", "_", "_1", "toString", "getHashCode", "equals",
        "getType", "memberwiseClone", "equalityContract", "printMembers", "clone", "deconstruct", "finalize", "sequence", "begin", "begun", "undo", "fork", "tell", "latest", "partition", "rows", "length",
        "count", "message", "data", "code", "clause", "violations", "httpStatus", "wireName", "source", "stackTrace", "system", "valueList", "Thing", "path",
        "item", "state", "now", "input", "trace", "null", "true", "not", s_long,
    ];

    private static readonly string[] s_types =
    [
        "System", "Object", "String", "Type", "Exception", "Task", "ValueTask", "List", "Attribute", "Enum", "Nullable", "Record", "Value", "Func", "IEnumerable",
        "TimeProvider", "Xunit", "JobsSpecGen", "House", "Program", "Regex", "Partition", "Row", "Index", "Range", "Int64", "Math", "IDisposable", s_long,
    ];

    private static readonly string[] s_operations =
    [
        "Step", "ToString", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "Finalize", "Dispose", "Main", "Begin", "Undo", "Fork", "Create", "Of", "Name",
        "Service", "Environment", "Lamps", "State", "Spec", "Instance", "Inspect", "Validate", "Answer", "Refuse", "Perform", s_long,
    ];

    private static readonly string[] s_statuses =
        ["class", "Equals", "None", "value__", "_", "ToString", "TryParse", "ToWireName", "string", "true", "null", "now", "input", "not", "CompareTo", "_1", s_long];

    private static readonly string[] s_rows =
    [
        "class", "state", "trace", "refusal", "found", "request", "response", "result", "row", "rows", "item", "before", "after", "snapshot", "value",
        "field", "_", "__", "System", "global", "var", "await", "dynamic", "nameof", "record", "with", "and", "or", "stateRow", "inputRow", "allStored",
        "point", "index", "partition", "key", "violations", "string", "House", "LampsModel", "RoomName", "cancellationToken", "this", "from",
    ];

    public static TheoryData<string> RowNames => [.. TestScale.EveryNth(6, s_rows)];

    private static readonly string[] s_services = ["System", "Object", "Exception", "State", "Value", "InMemory", "I", "House", "Xunit"];

    public static TheoryData<string> ServiceNames => [.. TestScale.EveryNth(3, s_services)];

    private static readonly string[] s_namespaces = ["string", "System", "System.Text", "class.namespace", "global", "Xunit", "Microsoft", "Lamps", "Lamps.Lamp", "InMemoryLamps", "A.B.C.D"];

    public static TheoryData<string> NamespaceNames => [.. TestScale.EveryNth(3, s_namespaces)];

    [Fact]
    public void Members_of_structures() => DoNoHarm(SpecText.Lamps
        .With("  LampList:", "  Wide:\n    type: structure\n    says: Much.\n    members:\n" + string.Concat(s_members.Select(name => $"      {name}: Note\n")) + "  LampList:")
        .With("      note: Note\n      times", "      wide: Wide\n      note: Note\n      times"));

    [Theory]
    [InlineData("      note: Note\n      times")]
    [InlineData("      lamp: { shape: Lamp, required: true }")]
    public void Members(string place) => DoNoHarm(SpecText.Lamps.With(place, string.Concat(s_members.Select(name => $"      {name}: Note\n")) + place));

    [Fact]
    public void Members_of_errors() => DoNoHarm(SpecText.Lamps.With("{ lamp: Lamp }", $"{{ lamp: Lamp, {string.Join(", ", s_members.Select(name => name + ": Note"))} }}"));

    [Fact]
    public void Fields_of_rows() => DoNoHarm(SpecText.Lamps
        .With("        note: { shape: Note, optional: true }", string.Concat(s_members.Select(name => $"        {name}: {{ shape: Note, optional: true }}\n")) + "        note: { shape: Note, optional: true }")
        .With("since: null, note: null }", $"since: null, {string.Join(", ", s_members.Select(name => name + ": null"))}, note: null }}"));

    [Fact]
    public void Fields_of_the_partition() =>
        DoNoHarm(SpecText.Lamps.With("      limit: {", string.Concat(s_members.Select(name => $"      {name}: {{ shape: Count, initial: 1 }}\n")) + "      limit: {"));

    [Fact]
    public void Collections() => DoNoHarm(SpecText.Lamps.With(
        "  collections:\n",
        "  collections:\n" + string.Concat(s_members.Select((name, i) => $"    {name}: {{ row: r{i}, key: [k], fields: {{ k: LampId }} }}\n"))));

    [Theory]
    [InlineData("{ type: string, length: 1..9, says: A type. }")]
    [InlineData("{ type: enum, values: { A: A. }, says: A type. }")]
    [InlineData("{ type: structure, members: { a: Note }, says: A type. }")]
    [InlineData("{ type: list, of: Note, length: 1..2, says: A type. }")]
    public void Shapes(string shape) => DoNoHarm(SpecText.Lamps
        .With("shapes:\n", "shapes:\n" + string.Concat(s_types.Select(name => $"  {name}: {shape}\n")))
        .With("      note: Note\n      times", string.Concat(s_types.Select((name, i) => $"      m{i}: {name}\n")) + "      note: Note\n      times"));

    [Fact]
    public void Errors() => DoNoHarm(SpecText.Lamps
        .With("errors:\n", "errors:\n" + string.Concat(s_types.Select(name => $"  {name}: {{ status: 409, says: An error., members: {{ lamp: Lamp }} }}\n")))
        .With("LampNotFoundException, LampBrokenException]", $"LampNotFoundException, LampBrokenException, {string.Join(", ", s_types)}]"));

    [Fact]
    public void Operations() => DoNoHarm(SpecText.Lamps.With("operations:\n", "operations:\n" + string.Concat(s_operations.Select(name =>
        $$"""
          {{name}}:
            says: Does something.
            http: { method: POST, path: "/{roomName}/{{name}}" }
            input: { roomName: { shape: RoomName, required: true } }
            output: {}
            errors: [InvalidRequestException]
            steps:
              - return: {}
                clause: {{name}}
                says: It is done.
                source: here

        """))));

    [Fact]
    public void Actions() => DoNoHarm(SpecText.Lamps.With("environment:\n", "environment:\n" + string.Concat(s_operations.Select(name =>
        $"  {name}: {{ says: Happens., input: {{ roomName: {{ shape: RoomName, required: true }} }}, errors: [], steps: [] }}\n"))));

    [Fact]
    public void Statuses() => DoNoHarm(SpecText.Lamps
        .With("values: {", $"values: {{ {string.Join(", ", s_statuses.Select(name => name + ": A status."))},")
        .With("to: [BROKEN]", $"to: [BROKEN, {string.Join(", ", s_statuses)}]"));

    [Theory]
    [MemberData(nameof(RowNames))]
    public void Rows(string name) => DoNoHarm(Renamed("lamp", name));

    [Theory]
    [InlineData("room", "class")]
    [InlineData("room", "state")]
    [InlineData("room", "lampRow")]
    [InlineData("all", "class")]
    [InlineData("all", "state")]
    [InlineData("all", "System")]
    public void Other_variables(string variable, string name) => DoNoHarm(Renamed(variable, name));

    /// <summary>Words of the expressions cannot be rows: whatever comes of it is told, and what is emitted compiles.</summary>
    [Theory]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("now")]
    [InlineData("input")]
    [InlineData("not")]
    [InlineData("in")]
    [InlineData("where")]
    public void Words_of_the_language(string name)
    {
        var run = GeneratorRun.Of([new SpecInput(Renamed("lamp", name).Text)], Consumer.TestProject);
        run.AssertCompiles();
    }

    [Theory]
    [MemberData(nameof(ServiceNames))]
    public void Services(string name) => DoNoHarm(SpecText.Lamps.With("service: Lamps", "service: " + name));

    [Fact]
    public void A_long_service() => DoNoHarm(SpecText.Lamps.With("service: Lamps", "service: " + s_long));

    [Theory]
    [MemberData(nameof(NamespaceNames))]
    public void Namespaces(string name) => DoNoHarm(SpecText.Lamps.With("namespace: House", "namespace: " + name));

    [Theory]
    [InlineData("lamp", "Stored")]
    [InlineData("state", "Row")]
    public void Variables_that_the_emitted_code_would_name_alike(string name, string suffix) => DoNoHarm(Renamed("lamp", name)
        .With("      - use: find-lamp\n", $"      - use: find-lamp\n      - selectAll: {name}{suffix}\n        from: lamps\n        clause: another\n        says: Another.\n        source: here\n"));

    [Fact]
    public void Clauses_that_differ_by_a_dot() => DoNoHarm(SpecText.Lamps
        .With("clause: switch.on", "clause: switch-counted")
        .With("clause: switch.worn", "clause: Switch.Counted"));

    private static SpecText Renamed(string variable, string name) =>
        SpecText.Of(Regex.Replace(SpecText.Lamps.Text, $@"(?<![A-Za-z0-9_/-]){variable}(?![A-Za-z0-9_-])(?! is )", name));

    private static void DoNoHarm(SpecText spec)
    {
        var run = GeneratorRun.Of([new SpecInput(spec.Text)], Consumer.TestProject);
        Assert.Empty(run.Diagnostics);
        run.AssertCompiles();
    }
}
