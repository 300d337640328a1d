using JobsSpecGen.Conformance.Comparison;

namespace JobsSpecGen.Conformance.Execution;

/// <summary>A call with its expected and its actual outcome.</summary>
/// <param name="Call">The call with the oracle's symbols.</param>
/// <param name="Sent">The call as sent, with the values to which the symbols are bound.</param>
/// <param name="IsObservation">Whether the call was made only to observe.</param>
/// <param name="Expected">The expected outcome, from the oracle.</param>
/// <param name="Actual">The outcome of the backend.</param>
/// <param name="Before">The oracle's state of the partition before the call.</param>
/// <param name="Deviations">Where the actual outcome differs from the expected one; empty where the backend conforms.</param>
internal sealed record Exchange(
    SpecCall Call,
    SpecCall Sent,
    bool IsObservation,
    StepReport Expected,
    CallOutcome Actual,
    object Before,
    IReadOnlyList<Deviation> Deviations)
{
    public bool Deviates => Deviations.Count > 0;

    /// <summary>The expected path through the step function and the kinds of deviation. The same fault tends to produce the same symptom again.</summary>
    public string Symptom =>
        $"{string.Join(',', Expected.Points)}|{(Actual as CallOutcome.Refused)?.Error}|{string.Join(',', Deviations.Select(d => $"{d.Kind} {d.Pattern}"))}";

    /// <summary>The oracle's time of the call and the window of backend times that the call can stamp.</summary>
    public Stamp Stamp { get; init; }

    /// <summary>Whether the outcome is the one that the state before the last call would give. Only <see cref="Caller.ObserveAsync"/> sets it.</summary>
    public bool MatchesBefore { get; init; }

    /// <summary>Whether the last call should change the outcome of this observation. Only <see cref="Caller.ObserveAsync"/> sets it.</summary>
    public bool ShouldDiffer { get; init; }
}

/// <summary>The time of a call.</summary>
/// <param name="Symbol">The time of the oracle, which is a counter of calls.</param>
/// <param name="From">The earliest time that the backend can stamp, in the unit of the spec.</param>
/// <param name="To">The latest time that the backend can stamp.</param>
internal readonly record struct Stamp(long Symbol, long From, long To);

/// <summary>A step of a test case: a call with the observations after it.</summary>
internal sealed record TestStep(Exchange Exchange, IReadOnlyList<Exchange> Observations)
{
    public bool Deviates => Exchange.Deviates || Observations.Any(p => p.Deviates);

    public IEnumerable<Exchange> All => Observations.Prepend(Exchange);
}
