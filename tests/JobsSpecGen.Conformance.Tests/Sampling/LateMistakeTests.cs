namespace JobsSpecGen.Conformance.Tests.Sampling;

/// <summary>A fault that only a longer sequence of calls shows is found by random sequences and reported with a minimal trace.</summary>
public class LateMistakeTests
{
    public static TheoryData<int, bool> Mistakes => LateMistakes.All;

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Only_random_sequences_find_it(int lost, bool isWrittenWhenRead)
    {
        var report = await LateMistakes.RunAsync(lost, isWrittenWhenRead);

        Assert.Equal(["add.counts"], report.Clauses.Where(c => c.Verdict == Verdict.Violated).Select(c => c.Clause.Id));
        Assert.Equal([CaseKind.Random], report.Cases.Where(c => c.Failure is not null).Select(c => c.Kind));
        Assert.DoesNotContain(report.Cases, c => c.Verdict == Verdict.Error);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task No_call_of_the_trace_can_be_left_out(int lost, bool isWrittenWhenRead)
    {
        var failure = await FailureAsync(lost, isWrittenWhenRead);
        var calls = PrintedTrace.CallsOf(failure);

        Assert.True(await LateMistakes.AreSeenAsync(lost, isWrittenWhenRead, calls), failure.Message);
        for (var i = 0; i < calls.Count; i++)
        {
            Assert.False(await LateMistakes.AreSeenAsync(lost, isWrittenWhenRead, calls.Where((_, at) => at != i)), $"without call {i + 1} it shows too:\n{failure.Message}");
        }

        // The changes up to the lost one, and the observation that shows the loss.
        Assert.Equal((lost + 1, lost + 1), (calls.Count, failure.TraceLength));
    }

    internal static async Task<ConformanceFailure> FailureAsync(int lost, bool isWrittenWhenRead, ConformanceOptions? options = null)
    {
        var failure = (await LateMistakes.RunAsync(lost, isWrittenWhenRead, options)).Cases.Single(c => c.Kind == CaseKind.Random).Failure;
        Assert.NotNull(failure);
        TestContext.Current.TestOutputHelper!.WriteLine(failure.Message);
        return failure;
    }
}
