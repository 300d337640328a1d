using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Linearization;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance;

/// <summary>A call of a recorded history.</summary>
/// <param name="Call">The call.</param>
/// <param name="Start">When it was begun. Only the order counts, so that a line number serves as well as a clock.</param>
/// <param name="End">When its answer was there. Leave it at <see cref="long.MaxValue"/> where none came.</param>
/// <param name="Outcome">What came of it; null or <see cref="CallOutcome.TimedOut"/> where nobody knows, so that it may have taken effect at any time since, or never.</param>
public sealed record RecordedCall(SpecCall Call, long Start, long End, CallOutcome? Outcome);

/// <summary>What can be said of a history.</summary>
public enum HistoryVerdict
{
    /// <summary>Some order of the calls explains every answer.</summary>
    Linearizable,

    /// <summary>No order does.</summary>
    NotLinearizable,

    /// <summary>The bound on the search was reached before either was known.</summary>
    Undecided,
}

/// <summary>Checks recorded histories against the step function of a spec.</summary>
public static class HistoryCheck
{
    /// <summary>The bound on the steps of the search, for each partition, unless another is given.</summary>
    public const long DefaultMaxSteps = 2_000_000;

    /// <summary>
    /// Observations for an order of the calls in which the spec gives every answer that came, such that no call comes before one
    /// that had ended when it began. Each partition is looked at on its own, and begins empty. Timestamps in answers are not compared
    /// with those of the recording, only with each other.
    /// </summary>
    /// <param name="suite">The spec.</param>
    /// <param name="calls">The history, in any order.</param>
    /// <param name="maxSteps">How many steps the search may try for each partition.</param>
    public static HistoryVerdict Check(ConformanceSuite suite, IEnumerable<RecordedCall> calls, long maxSteps = DefaultMaxSteps)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentNullException.ThrowIfNull(calls);
        var model = SuiteModel.Of(suite);
        var linearizer = new Linearizer(model, maxSteps);
        var verdicts = calls.GroupBy(c => model.PartitionOf(c.Call)).Select(partition => linearizer.Judge(new(
            suite.CreateState(partition.Key),
            new Bindings(isSpaced: false).WithoutOrder(),
            0,
            [.. partition.Select(Recorded)])).Verdict).ToList();
        return verdicts.Contains(HistoryVerdict.NotLinearizable) ? HistoryVerdict.NotLinearizable
            : verdicts.Contains(HistoryVerdict.Undecided) ? HistoryVerdict.Undecided
            : HistoryVerdict.Linearizable;
    }

    private static HistoryCall Recorded(RecordedCall call) => call.Outcome is null or CallOutcome.TimedOut
        ? new(0, call.Call, call.Call, call.Start, long.MaxValue, null)
        : new(0, call.Call, call.Call, call.Start, call.End, call.Outcome);
}
