using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.Histories;

/// <summary>Histories of a register that works, made up by a seed: calls overlap, and take effect at a moment in between.</summary>
internal static class Recordings
{
    public static IReadOnlyList<RecordedCall> Of(int clients, int calls, int seed)
    {
        var random = new Random(seed);
        var free = new long[clients];
        var points = Enumerable.Range(0, calls).Select(i =>
        {
            var client = i % clients;
            var start = free[client] + random.Next(1, 20);
            var at = start + random.Next(1, 20);
            free[client] = at + random.Next(1, 20);
            return (Start: start, At: at, End: free[client], IsWrite: random.Next(3) == 0, Value: (long)i);
        }).OrderBy(p => p.At).ToList();

        long? held = null;
        return [.. points.Select(point =>
        {
            var answer = new SpecValue.Record(point.IsWrite || held is null ? [] : [new("value", SpecValue.Of(held))]);
            held = point.IsWrite ? point.Value : held;
            return new RecordedCall(Call(point.IsWrite, point.Value), point.Start, point.End, new CallOutcome.Answered(answer));
        })];
    }

    /// <summary>The same with one late read that gives the first value of all.</summary>
    public static IReadOnlyList<RecordedCall> WithStaleRead(IReadOnlyList<RecordedCall> calls)
    {
        var first = calls.First(c => c.Call.Operation == "Write").Call.Request["value"];
        var late = calls.Last(c => c.Call.Operation == "Read");
        return [.. calls.Select(c => c == late ? c with { Outcome = new CallOutcome.Answered(new SpecValue.Record([new("value", first)])) } : c)];
    }

    private static SpecCall Call(bool isWrite, long value)
    {
        var name = KeyValuePair.Create("registerName", SpecValue.Of("left"));
        return isWrite ? new("Write", new([name, new("value", SpecValue.Of(value))])) : new("Read", new([name]));
    }
}
