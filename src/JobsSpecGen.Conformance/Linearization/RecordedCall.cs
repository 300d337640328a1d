using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Linearization;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance;

/// <summary>A call of a recorded history.</summary>
/// <param name="Call">The call.</param>
/// <param name="Start">The time when the call started. Only the order of times matters, so that line numbers of a log can be used as well.</param>
/// <param name="End">The time when the response was received, or <see cref="long.MaxValue"/> if there was none.</param>
/// <param name="Outcome">
/// The outcome; null or <see cref="CallOutcome.TimedOut"/> if it is unknown. The call may then have taken effect at any time after its start, or never.
/// </param>
public sealed record RecordedCall(SpecCall Call, long Start, long End, CallOutcome? Outcome);

/// <summary>The verdict on a history.</summary>
public enum HistoryVerdict
{
    /// <summary>There is an order of the calls that explains every outcome.</summary>
    Linearizable,

    /// <summary>There is no such order.</summary>
    NotLinearizable,

    /// <summary>The search reached its bound before it found a verdict.</summary>
    Undecided,
}

/// <summary>Checks recorded histories against the step function of a spec.</summary>
public static class HistoryCheck
{
    /// <summary>The default bound on the number of search steps for each partition.</summary>
    public const long DefaultMaxSteps = 2_000_000;

    /// <summary>
    /// Searches an order of the calls in which the spec produces every recorded outcome, and in which no call precedes a call
    /// that had ended before it started. Each partition is checked separately, and is initially empty. Timestamps in responses are compared
    /// only with each other, not with the times of the recording.
    /// </summary>
    /// <param name="suite">The spec.</param>
    /// <param name="calls">The history, in any order.</param>
    /// <param name="maxSteps">The maximum number of search steps for each partition.</param>
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
            [.. partition.Select(ToHistoryCall)])).Verdict).ToList();
        return verdicts.Contains(HistoryVerdict.NotLinearizable) ? HistoryVerdict.NotLinearizable
            : verdicts.Contains(HistoryVerdict.Undecided) ? HistoryVerdict.Undecided
            : HistoryVerdict.Linearizable;
    }

    private static HistoryCall ToHistoryCall(RecordedCall call) => call.Outcome is null or CallOutcome.TimedOut
        ? new(0, call.Call, call.Call, call.Start, long.MaxValue, null)
        : new(0, call.Call, call.Call, call.Start, call.End, call.Outcome);
}
