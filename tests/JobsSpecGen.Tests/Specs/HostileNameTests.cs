using System.Text.RegularExpressions;
using JobsSpecGen.Tests.Support;

namespace JobsSpecGen.Tests.Specs;

/// <summary>Names that mean something in C#, that the emitted code uses itself, or that are very long.</summary>
public sealed class HostileNameTests
{
    private static readonly string s_long = "a" + new string('b', 188) + "c";

    private static readonly string[] s_members =
    [
        "class", "event", "base", "this", "value", "field", "init", "record", "global", "var", "await", "_", "_1", "toString", "getHashCode", "equals",
        "getType", "memberwiseClone", "equalityContract", "printMembers", "clone", "deconstruct", "finalize", "sequence", "begin", "undo", "length", "count",
        "message", "data", "code", "clause", "violations", "httpStatus", "source", "stackTrace", "system", "valueList", "lamp", "Lamp", "path", "item",
    ];

    private static readonly string[] s_rows =
    [
        "class", "state", "trace", "refusal", "found", "request", "response", "result", "row", "rows", "item", "before", "after", "snapshot", "value", "field",
        "_", "x", "System", "global", "var", "await", "dynamic", "nameof", "record", "with", "and", "or", "is", "stateRow", "point", "path", "index", "partition",
        "key", "violations", "string", "Lamps", "LampsModel", "number", "kept", "cancellationToken", "time", "this", "base", "select", "from", "true", "null", "not", "in",
    ];

    private static readonly string[] s_types =
    [
        "string", "object", "System", "Object", "String", "Type", "Exception", "Task", "ValueTask", "List", "Attribute", "Enum", "record", "global", "Lamp1",
        "Nullable", "Record", "Value", "Func", "IEnumerable", "TimeProvider", "Xunit", "JobsSpecGen", "House", "Program", "Regex", "Partition", "Row", "var", "dynamic",
    ];

    private static readonly string[] s_operations =
    [
        "class", "Step", "ToString", "Equals", "GetHashCode", "GetType", "Dispose", "Main", "Begin", "Undo", "Create", "Of", "Name", "Service", "Environment", "Lamps", "State", "Spec", "Instance",
    ];

    private static readonly string[] s_statuses = ["class", "Equals", "None", "value__", "_", "ToString", "TryParse", "ToWireName", "string", "true", "null", "now", "input", "not", "CompareTo"];

    public static TheoryData<string, string> Renamings
    {
        get
        {
            var all = new TheoryData<string, string>();
            void Add(string name, IEnumerable<string> replacements)
            {
                foreach (var replacement in replacements.Append(s_long))
                {
                    all.Add(name, replacement);
                }
            }

            Add("note", s_members);
            Add("limit", s_members);
            Add("lampId", s_members);
            Add("roomName", s_members);
            Add("lamp", s_rows);
            Add("room", s_rows);
            Add("all", s_rows);
            Add("lamps", s_members);
            Add("Note", s_types);
            Add("Power", s_types);
            Add("Lamp", s_types);
            Add("LampList", s_types);
            Add("LampBrokenException", s_types);
            Add("SwitchOn", s_operations);
            Add("HangLamp", s_operations);
            Add("Lamps", ["string", "System", "Object", "class", "Exception", "State", "Value", "InMemory", "I"]);
            Add("House", ["string", "System", "System.Text", "class.namespace", "global", "Xunit", "Microsoft", "JobsSpecGen", "JobsSpecGen.Conformance", "Lamps", "Lamps.Lamp", "_", "A.B.C.D"]);
            Add("BRIGHT", s_statuses);
            Add("person", ["class", "true", "null"]);
            Add("whole", ["class", "power", "DARK"]);
            return all;
        }
    }

    /// <summary>Either a diagnostic says what is wrong with a name, or it does no harm.</summary>
    [Theory]
    [MemberData(nameof(Renamings))]
    public void Does_no_harm(string name, string replacement)
    {
        var text = Regex.Replace(SpecText.Lamps.Text, $@"(?<![A-Za-z0-9_/])(?<!\$){name}(?![A-Za-z0-9_])", _ => replacement);
        var run = GeneratorRun.Of([new SpecInput(text)], Consumer.TestProject);
        run.AssertCompiles();
        Assert.True(run.Diagnostics.Length == 0 || IsReserved(replacement), string.Join("\n", run.Diagnostics));
    }

    // Words of the expressions, and names that are taken: there a diagnostic is right.
    private static bool IsReserved(string name) => name is "true" or "false" or "null" or "now" or "not" or "in" or "input" or "Lamps" or "lamp" or "Lamp" or "path";
}
