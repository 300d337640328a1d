using JobsSpecGen.Model;

namespace JobsSpecGen.Tests.Emission;

/// <summary>Models put together by hand, so that emitters are tested without the binder.</summary>
internal static class SampleSpecs
{
    public static SpecModel Jobs { get; } = Spec(
        "JobsDataPlane",
        "IotJobsData",
        [
            Text("ThingName", 1, 128) with { Pattern = new("[a-zA-Z0-9:_-]+", Class(false, false, ('a', 'z'), ('A', 'Z'), ('0', '9'), (':', ':'), ('_', '_'), ('-', '-')), false) },
            Text("JobId", 1, 64) with { Pattern = new("[a-z]+-[0-9]+", null, false) },
            new Shape("DescribeJobId", ShapeKind.Text, "A job or the next.", "model") { Base = "JobId", Also = List("$next", "$last") },
            new Shape("Status", ShapeKind.Enumeration, "Where it is.", "model")
            {
                Values = List(new EnumValue("QUEUED", "Queued", "It waits."), new EnumValue("IN_PROGRESS", "InProgress", "It <runs>."), new EnumValue("class", "Class", "A keyword.")),
                Clauses = new(null, null, null, "shape.Status.values"),
            },
            Text("DetailsKey", 1, 128),
            Text("DetailsValue", 1, 1024) with { Pattern = new(@"[^\p{C}]*", Class(true, true), true) },
            new Shape("DetailsMap", ShapeKind.Map, "Details.", "model") { Key = "DetailsKey", Element = "DetailsValue", MaxLength = 2, Clauses = new("shape.DetailsMap.length", null, null, null) },
            Text("Free", null, null),
            new Shape("Count", ShapeKind.Integer, "A count.", "model") { Minimum = 1, Maximum = 10, Clauses = new(null, null, "shape.Count.range", null) },
            new Shape("Flag", ShapeKind.Boolean, "A flag.", "model"),
            new Shape("Moment", ShapeKind.Timestamp, "A moment.", "model"),
            Structure("Item", new Member("jobId", "JobId", "JobId", true) { RequiredClause = "item.job-id" }, new Member("status", "Status", "Status", true), new Member("at", "At", "Moment", true)),
            new Shape("Items", ShapeKind.List, "Items.", "model") { Element = "Item", MinLength = 1 },
            Structure(
                "StartRequest",
                new Member("thingName", "ThingName", "ThingName", true) { RequiredClause = "start.thing-name.required" },
                new Member("status", "Status", "Status", false) { Default = new LiteralValue.Enumerated("Status", "QUEUED") },
                new Member("details", "Details", "DetailsMap", false),
                new Member("count", "Count", "Count", false),
                new Member("flag", "Flag", "Flag", false) { Default = new LiteralValue.Boolean(false), Says = "Says its own." },
                new Member("note", "Note", "Free", true) { RequiredClause = "start.note.required" },
                new Member("items", "Items", "Items", false)) with { Role = ShapeRole.Input },
            Structure("StartResponse", new Member("item", "Item", "Item", false)) with { Role = ShapeRole.Output },
            Structure("PokeRequest") with { Role = ShapeRole.Input },
        ],
        [
            new ErrorModel("InvalidRequestException", 400, "InvalidRequestException", "The request is wrong.", "model", true, default),
            new ErrorModel("VersionMismatchException", 409, "ConflictException", "Another version.", "model", false, List(new Member("item", "Item", "Item", false))),
        ],
        [Operation("Start", "StartRequest", "StartResponse"), Operation("Poke", "PokeRequest", null)]);

    /// <summary>Names and shapes that trip emitters up.</summary>
    public static SpecModel Obstacles { get; } = Spec(
        "Odd",
        "System.Odd.class",
        [
            Structure("System", new Member("class", "class", "Free", true), new Member("event", "event", "Free", false), new Member("value", "value", "Free", true), new Member("scope", "scope", "Free", true)),
            Structure("Empty"),
            Structure("Node", new Member("next", "Next", "Node", false), new Member("children", "Children", "Nodes", false), new Member("named", "Named", "NodesByName", false)),
            new Shape("Nodes", ShapeKind.List, "Nodes.", string.Empty) { Element = "Node" },
            new Shape("NodesByName", ShapeKind.Map, "Nodes.", string.Empty) { Element = "Node", Key = "Free" },
            new Shape("Flags", ShapeKind.List, "Flags.", string.Empty) { Element = "Flag" },
            new Shape("FewFlags", ShapeKind.List, "Flags.", string.Empty) { Element = "Flag", MinLength = 2, MaxLength = 2 },
            new Shape("Frees", ShapeKind.List, "Texts.", string.Empty) { Element = "Free" },
            new Shape("Flag", ShapeKind.Boolean, "A flag.", string.Empty),
            Text("Free", null, null),
            new Shape("Big", ShapeKind.Integer, "Any.", string.Empty) { Minimum = long.MinValue, Maximum = long.MaxValue },
            new Shape("Negative", ShapeKind.Integer, "Below zero.", string.Empty) { Maximum = -3_000_000_000 },
            Text("NoQuotes", null, null) with { Pattern = new("[^\"'\\n]*", Class(true, false, ('"', '"'), ('\'', '\''), ('\n', '\n')), true) },
            Text("Greek", null, null) with { Pattern = new("[α-ω!]+", Class(false, false, ('α', 'ω'), ('!', '!')), false) },
            Text("Plain", null, null) with { Pattern = new(@"[^\p{C}<]+", Class(true, true, ('<', '<')), false) },
            Text("Hidden", null, null) with { Pattern = new(@"[\p{C}x]*", Class(false, true, ('x', 'x')), true) },
            Text("Evil", null, null) with { Says = "*/ </summary> \" \u2028 // {0} \uFFFF", Source = "<script>\nclass X {}", Pattern = new("(?:\"|\\\\|\\{|</c>)*", null, false) },
            new Shape("Alias", ShapeKind.Text, "A", string.Empty) { Base = "Plain", Also = List("a\"b\\\n{}") },
            Text(new string('L', 150), 1, null),
            Structure("Long" + new string('g', 150), new Member(new string('m', 150), new string('M', 150), new string('L', 150), true)),
        ],
        [new ErrorModel("Refused", 400, "Refused", "No.", "x", true, List(new Member("node", "Node", "Node", false))), new ErrorModel("Busy", 409, "Refused", "No.", "x", false, List(new Member("node", "Node", "Node", true), new Member("message", "MessageValue", "Big", true), new Member("code", "CodeValue", "Flags", false)))],
        [Operation("Go", "Empty", "Node")]);

    public static EquatableArray<T> List<T>(params T[] items) => items.ToEquatableArray();

    private static SpecModel Spec(string service, string name, Shape[] shapes, ErrorModel[] errors, OperationModel[] operations) => new(
        service, name, service + " service", "1", "hash", "a.jobs.yaml", false, List(shapes), List(errors),
        new PartitionModel("thing", new Member("thingName", "ThingName", "ThingName", true), default, null, PartitionGuarantees.None),
        default, default, List(operations), default, default, default);

    private static Shape Text(string name, int? least, int? most) => new(name, ShapeKind.Text, "Says " + name + ".", "model")
    {
        MinLength = least,
        MaxLength = most,
        Clauses = new(name + ".length", name + ".pattern", null, null),
    };

    private static Shape Structure(string name, params Member[] members) =>
        new(name, ShapeKind.Structure, "Says " + name + ".", "model") { Members = List(members) };

    private static CodePointClass Class(bool negated, bool excludesOther, params (char First, char Last)[] ranges) =>
        new(negated, ranges.Select(range => new CodePointRange(range.First, range.Last)).ToEquatableArray(), excludesOther);

    private static OperationModel Operation(string name, string input, string? output) =>
        new(name, "Does " + name + ".", input, output, "thingName", output is null ? default : List("Refused", "InvalidRequestException").Where(e => (e == "Refused") == (name == "Go")).ToEquatableArray(), null, false, default);
}
