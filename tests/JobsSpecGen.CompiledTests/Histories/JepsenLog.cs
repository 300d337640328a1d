using System.Globalization;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.Histories;

/// <summary>Reads a log of a register: a line is a client, <c>:invoke</c> or what came of it, the operation and its value.</summary>
internal static class JepsenLog
{
    public static IReadOnlyList<RecordedCall> Read(IEnumerable<string> lines)
    {
        var calls = new List<RecordedCall>();
        var open = new Dictionary<string, (SpecCall Call, long Start)>();
        var time = 0L;
        foreach (var line in lines.Where(line => line.Contains('\t', StringComparison.Ordinal)))
        {
            time++;
            var parts = line[(line.IndexOf(" - ", StringComparison.Ordinal) + 3)..].Split('\t', StringSplitOptions.TrimEntries);
            var (client, what, operation, value) = (parts[0], parts[1], parts[2], parts[3]);
            if (what == ":invoke")
            {
                open[client] = (CallOf(operation, value), time);
                continue;
            }

            Assert.True(open.Remove(client, out var begun), $"{client} ends a call that it did not begin: {line}");
            if (what == ":info")
            {
                // Nobody learns anything from a read that was not answered.
                calls.AddRange(operation == ":read" ? [] : [new RecordedCall(begun.Call, begun.Start, long.MaxValue, null)]);
            }
            else
            {
                calls.Add(new(begun.Call, begun.Start, time, OutcomeOf(what, operation, value)));
            }
        }

        calls.AddRange(open.Values.Where(c => c.Call.Operation != "Read").Select(c => new RecordedCall(c.Call, c.Start, long.MaxValue, null)));
        return calls;
    }

    private static SpecCall CallOf(string operation, string value) => operation switch
    {
        ":read" => new("Read", Record()),
        ":write" => new("Write", Record(("value", Number(value)))),
        ":cas" => new("CompareAndSet", Record(("expected", Number(value.Trim('[', ']').Split(' ')[0])), ("value", Number(value.Trim('[', ']').Split(' ')[1])))),
        _ => throw new InvalidDataException($"The log has the unknown operation '{operation}'."),
    };

    private static CallOutcome OutcomeOf(string what, string operation, string value) => (what, operation) switch
    {
        (":ok", ":read") => new CallOutcome.Answered(value == "nil" ? new SpecValue.Record([]) : new SpecValue.Record([new("value", Number(value))])),
        (":ok", _) => new CallOutcome.Answered(new SpecValue.Record([])),
        (":fail", ":cas") => new CallOutcome.Refused("OtherValueException", 409, "", new SpecValue.Record([])),
        _ => throw new InvalidDataException($"The log has the unknown outcome '{what}' of '{operation}'."),
    };

    private static SpecValue.Record Record(params (string Name, SpecValue Value)[] members) =>
        new(members.Append(("registerName", SpecValue.Of("left"))).Select(m => KeyValuePair.Create(m.Item1, m.Item2)));

    private static SpecValue Number(string text) => SpecValue.Of(long.Parse(text, CultureInfo.InvariantCulture));
}
