namespace JobsSpecGen.Conformance.Tests.Randomized;

/// <summary>Random sequences find faults that only a long sequence of calls shows. The shrunk trace has no unnecessary call.</summary>
public class LongSequenceFaultTests
{
    public static TheoryData<int, bool> Faults => LateCounterRuns.All;

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Only_random_sequences_find_the_fault(int lost, bool isWrittenWhenRead)
    {
        var report = await LateCounterRuns.RunAsync(lost, isWrittenWhenRead);

        Assert.Equal(["add.counts"], report.Clauses.Where(c => c.Verdict == Verdict.Violated).Select(c => c.Clause.Id));
        Assert.Equal([CaseKind.Random], report.Cases.Where(c => c.Failure is not null).Select(c => c.Kind));
        Assert.DoesNotContain(report.Cases, c => c.Verdict == Verdict.Error);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task No_call_of_the_trace_can_be_removed(int lost, bool isWrittenWhenRead)
    {
        var failure = await FailureAsync(lost, isWrittenWhenRead);
        var calls = PrintedTrace.CallsOf(failure);

        Assert.True(await LateCounterRuns.ShowFaultAsync(lost, isWrittenWhenRead, calls), failure.Message);
        for (var i = 0; i < calls.Count; i++)
        {
            Assert.False(await LateCounterRuns.ShowFaultAsync(lost, isWrittenWhenRead, calls.Where((_, index) => index != i)), $"the fault shows without call {i + 1} too:\n{failure.Message}");
        }

        // The changes up to the lost one, and the observation that shows it.
        Assert.Equal((lost + 1, lost + 1), (calls.Count, failure.TraceLength));
    }

    internal static async Task<ConformanceFailure> FailureAsync(int lost, bool isWrittenWhenRead, ConformanceOptions? options = null)
    {
        var failure = (await LateCounterRuns.RunAsync(lost, isWrittenWhenRead, options)).Cases.Single(c => c.Kind == CaseKind.Random).Failure;
        Assert.NotNull(failure);
        TestContext.Current.TestOutputHelper!.WriteLine(failure.Message);
        return failure;
    }
}
