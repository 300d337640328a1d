using CsCheck;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.Stepping;

/// <summary>One compiled text over two kinds of state: over a snapshot and over the reference it must do the same.</summary>
public sealed class LockStepTests
{
    public static TheoryData<SteppedService> Services() => [SteppedService.Jobs, SteppedService.Lending];

    [Theory]
    [MemberData(nameof(Services), DisableDiscoveryEnumeration = true)]
    public async Task Random_sequences_are_answered_alike_and_refusals_leave_no_trace(SteppedService service)
    {
        var (calls, refused, broken) = (0, 0, 0);
        var points = new System.Collections.Concurrent.ConcurrentDictionary<int, bool>();

        await new CallGen(service.Suite.Spec).Timed.Array[1, 80].SampleAsync(
            async sequence =>
            {
                var both = new LockStep(service);
                foreach (var (call, milliseconds) in sequence)
                {
                    var step = await both.CallAsync(call, TimeSpan.FromMilliseconds(milliseconds));
                    Interlocked.Increment(ref calls);
                    Interlocked.Add(ref refused, step.Refusal is null ? 0 : 1);
                    Interlocked.Add(ref broken, step.Refusal?.Violations.Count > 0 ? 1 : 0);
                    foreach (var point in step.Points)
                    {
                        points[point] = true;
                    }
                }

                both.AssertHistoryUntouched();
            },
            iter: 200,
            print: sequence => string.Join("\n", sequence.Select(s => $"+{s.Milliseconds} ms {s.Call}")));

        // Sequences that reach little would prove little.
        var all = service.Suite.Spec.Points.Count;
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{service}: {calls} calls, {refused} refused, {broken} of them for broken constraints; {points.Count} of {all} points passed");
        Assert.True(refused > calls / 20 && broken > 0);
        Assert.True(points.Count > all * 8 / 10, "Not passed: " + string.Join("; ", service.Suite.Spec.Points.Where(p => !points.ContainsKey(p.Index)).Select(p => $"{p.Operation} {p.Kind} {p.Clause} line {p.Line}")));
    }
}
