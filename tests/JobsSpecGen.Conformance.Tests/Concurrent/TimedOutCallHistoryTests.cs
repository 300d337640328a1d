using JobsSpecGen.Conformance.Tests.Counter;

namespace JobsSpecGen.Conformance.Tests.Concurrent;

/// <summary>A call that timed out has an unknown outcome: a history is linearizable if the call took effect once or never.</summary>
public class TimedOutCallHistoryTests
{
    private static readonly CounterSuite Suite = new();

    private static readonly CallOutcome TimedOut = new CallOutcome.TimedOut("waited for 1 s");

    [Theory]
    [InlineData(0, HistoryVerdict.Linearizable)]
    [InlineData(1, HistoryVerdict.Linearizable)]
    [InlineData(2, HistoryVerdict.NotLinearizable)]
    public void Call_took_effect_once_or_never(long count, HistoryVerdict verdict) =>
        Assert.Equal(verdict, Check(Add(1, null), Read(2, count)));

    [Theory]
    [InlineData(0, 0, HistoryVerdict.Linearizable)]
    [InlineData(0, 1, HistoryVerdict.Linearizable)]
    [InlineData(1, 1, HistoryVerdict.Linearizable)]
    [InlineData(1, 0, HistoryVerdict.NotLinearizable)]
    public void Call_may_take_effect_long_after_the_timeout_but_is_not_undone(long first, long second, HistoryVerdict verdict) =>
        Assert.Equal(verdict, Check(Add(1, null), Read(5, first), Read(9, second)));

    [Fact]
    public void Call_does_not_take_effect_before_its_start() =>
        Assert.Equal(HistoryVerdict.NotLinearizable, Check(Read(1, 1), Add(3, null)));

    [Theory]
    [InlineData(2, HistoryVerdict.Linearizable)]
    [InlineData(3, HistoryVerdict.Linearizable)]
    [InlineData(4, HistoryVerdict.Linearizable)]
    [InlineData(1, HistoryVerdict.NotLinearizable)]
    [InlineData(5, HistoryVerdict.NotLinearizable)]
    public void Each_of_several_calls_took_effect_or_not(long count, HistoryVerdict verdict) => Assert.Equal(verdict, HistoryCheck.Check(
        new CounterSuite(limit: 9),
        [Add(1, null), Add(2, null), Add(3, new CallOutcome.Answered(new SpecValue.Record([]))), Add(5, new CallOutcome.Answered(new SpecValue.Record([]))), Read(7, count)]));

    [Theory]
    [InlineData(0, HistoryVerdict.Linearizable)]
    [InlineData(1, HistoryVerdict.Linearizable)]
    [InlineData(2, HistoryVerdict.NotLinearizable)]
    public void Recorded_timeout_means_the_same_as_no_outcome(long count, HistoryVerdict verdict) =>
        Assert.Equal(verdict, Check(Add(1, TimedOut), Read(3, count)));

    [Fact]
    public void Read_that_timed_out_adds_no_information() =>
        Assert.Equal(HistoryVerdict.Linearizable, Check(Read(1, 0), Read(3, 0) with { Outcome = TimedOut }, Read(5, 0)));

    private static HistoryVerdict Check(params RecordedCall[] calls) => HistoryCheck.Check(Suite, calls);

    private static RecordedCall Add(long start, CallOutcome? outcome) =>
        new(new("Add", new([new("name", SpecValue.Of("c")), new("amount", SpecValue.Of(1))])), start, start + 1, outcome);

    private static RecordedCall Read(long start, long count) =>
        new(new("Read", new([new("name", SpecValue.Of("c"))])), start, start + 1, new CallOutcome.Answered(new SpecValue.Record([new("count", SpecValue.Of(count))])));
}
