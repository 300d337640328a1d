using JobsSpecGen.Conformance.Tests.Counter;

namespace JobsSpecGen.Conformance.Tests.Randomized;

/// <summary>Runs against <see cref="LateCounter"/>.</summary>
internal static class LateCounterRuns
{
    /// <summary>The limit is larger than the count in any test case, so that no test case reaches it.</summary>
    private static readonly CounterSuite Suite = new(limit: 1_000);

    /// <summary>A counter that loses its fifth change, and one that loses its fourth change since the last read.</summary>
    public static TheoryData<int, bool> All => new() { { 5, false }, { 4, true } };

    public static Task<ConformanceReport> RunAsync(int lost, bool isWrittenWhenRead, ConformanceOptions? options = null) =>
        new ConformanceRun(Suite, () => new LateCounter(Suite, lost, isWrittenWhenRead) { Options = options ?? new() }, "late")
            .ReportAsync(TestContext.Current.CancellationToken);

    /// <summary>Makes calls on a new backend. Returns true if an outcome deviates.</summary>
    public static async Task<bool> ShowFaultAsync(int lost, bool isWrittenWhenRead, IEnumerable<SpecCall> calls)
    {
        var target = new LateCounter(Suite, lost, isWrittenWhenRead);
        var counts = new Dictionary<SpecValue, object>();
        foreach (var call in calls)
        {
            var expected = Suite.Step(counts.GetValueOrDefault(call.Request["name"], 0L), call, 0);
            counts[call.Request["name"]] = expected.State;
            if (await target.CallAsync(call, TestContext.Current.CancellationToken) is not CallOutcome.Answered answer || !answer.Response.Equals(expected.Response))
            {
                return true;
            }
        }

        return false;
    }
}
