using JobsSpecGen.Conformance.Comparison;

namespace JobsSpecGen.Conformance.Linearization;

/// <summary>A call in a history of clients at once.</summary>
/// <param name="Client">Who made it, from 0.</param>
/// <param name="Call">The call in the oracle's terms.</param>
/// <param name="Sent">The call as it was sent.</param>
/// <param name="Start">When it was begun, on the tester's monotonic clock.</param>
/// <param name="End">When its answer was there; <see cref="long.MaxValue"/> where none came, so that it may take effect at any time, or never.</param>
/// <param name="Outcome">What came of it; null: nobody knows.</param>
internal sealed record HistoryCall(int Client, SpecCall Call, SpecCall Sent, long Start, long End, CallOutcome? Outcome)
{
    /// <summary>Between which times, in the unit of the spec, it may have stamped.</summary>
    public (long From, long To) Window { get; init; } = (long.MinValue, long.MaxValue);
}

/// <summary>What clients did at once on one partition.</summary>
/// <param name="State">The oracle's state before.</param>
/// <param name="Bindings">What the oracle's symbols stood for before.</param>
/// <param name="Now">The oracle's time before.</param>
/// <param name="Calls">The calls.</param>
internal sealed record History(object State, Bindings Bindings, long Now, IReadOnlyList<HistoryCall> Calls);

/// <summary>The verdict on a history, with what explains most of it.</summary>
/// <param name="Verdict">What can be said.</param>
/// <param name="Longest">The longest order found whose answers are right; indices of calls.</param>
/// <param name="Stuck">For that order: a call that cannot come next, with what is wrong about it; null: none.</param>
/// <param name="Steps">How many steps of the oracle were tried.</param>
internal sealed record HistoryJudgement(HistoryVerdict Verdict, IReadOnlyList<int> Longest, StuckCall? Stuck, long Steps);

/// <summary>A call that the longest order cannot go on with.</summary>
/// <param name="Index">Which call.</param>
/// <param name="Expected">What the oracle says there.</param>
/// <param name="Deviations">Where the answer differs.</param>
/// <param name="Before">The oracle's state there.</param>
internal sealed record StuckCall(int Index, StepReport Expected, IReadOnlyList<Deviation> Deviations, object Before);
