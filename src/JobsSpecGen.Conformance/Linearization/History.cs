using JobsSpecGen.Conformance.Comparison;

namespace JobsSpecGen.Conformance.Linearization;

/// <summary>A call in a history of concurrent clients.</summary>
/// <param name="Client">The number of the client, from 0.</param>
/// <param name="Call">The call with the symbols of the oracle.</param>
/// <param name="Sent">The call as it was sent, with the values of the backend.</param>
/// <param name="Start">The time when the call started, on the tester's monotonic clock.</param>
/// <param name="End">The time when the response was received. <see cref="long.MaxValue"/> if there was none: the call may then take effect at any time, or never.</param>
/// <param name="Outcome">The outcome; null if it is unknown.</param>
internal sealed record HistoryCall(int Client, SpecCall Call, SpecCall Sent, long Start, long End, CallOutcome? Outcome)
{
    /// <summary>The range of timestamps, in the unit of the spec, that the call may have written.</summary>
    public (long From, long To) Window { get; init; } = (long.MinValue, long.MaxValue);
}

/// <summary>A history: the calls of concurrent clients on one partition.</summary>
/// <param name="State">The oracle's state before the calls.</param>
/// <param name="Bindings">The bindings of the oracle's symbols before the calls.</param>
/// <param name="Now">The oracle's time before the calls.</param>
/// <param name="Calls">The calls.</param>
internal sealed record History(object State, Bindings Bindings, long Now, IReadOnlyList<HistoryCall> Calls);

/// <summary>The verdict on a history, with the longest partial linearization.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Longest">The longest partial linearization that was found, as indices of calls.</param>
/// <param name="Stuck">A call that cannot follow that partial linearization, with its deviations. Null: none.</param>
/// <param name="Steps">The number of oracle steps that the search executed.</param>
internal sealed record HistoryJudgement(HistoryVerdict Verdict, IReadOnlyList<int> Longest, StuckCall? Stuck, long Steps);

/// <summary>A call that cannot follow the longest partial linearization.</summary>
/// <param name="Index">The index of the call.</param>
/// <param name="Expected">The oracle's result at this position.</param>
/// <param name="Deviations">The deviations of the outcome from that result.</param>
/// <param name="Before">The oracle's state at this position.</param>
internal sealed record StuckCall(int Index, StepReport Expected, IReadOnlyList<Deviation> Deviations, object Before);
