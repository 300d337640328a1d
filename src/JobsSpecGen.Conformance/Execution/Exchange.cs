using JobsSpecGen.Conformance.Comparison;

namespace JobsSpecGen.Conformance.Execution;

/// <summary>A call that was made, with what was expected and what came.</summary>
/// <param name="Call">The call in the oracle's terms.</param>
/// <param name="Sent">The call as it was sent.</param>
/// <param name="IsObservation">Whether it was made only to look.</param>
/// <param name="Expected">What the oracle says.</param>
/// <param name="Actual">What came.</param>
/// <param name="Before">The oracle's state of the partition before it.</param>
/// <param name="Deviations">Where the two differ; empty: nowhere.</param>
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

    /// <summary>The way it should have gone and where the outcome differs: the same mistake shows in the same symptom again.</summary>
    public string Symptom =>
        $"{string.Join(',', Expected.Points)}|{(Actual as CallOutcome.Refused)?.Error}|{string.Join(',', Deviations.Select(d => $"{d.Kind} {d.Pattern}"))}";

    /// <summary>The oracle's time of the call, and between which times of the backend it would stamp.</summary>
    public Stamp Stamp { get; init; }

    /// <summary>Whether the outcome was the one that matches the state before the last call; set only where that was asked.</summary>
    public bool MatchesBefore { get; init; }

    /// <summary>Whether the last call was to change what this observation shows; set only where that was asked.</summary>
    public bool ShouldDiffer { get; init; }
}

/// <summary>When a call was made.</summary>
/// <param name="Symbol">By the oracle, whose time is a counter of calls.</param>
/// <param name="From">By the backend, in the unit of the spec: the earliest time that it would stamp.</param>
/// <param name="To">The latest.</param>
internal readonly record struct Stamp(long Symbol, long From, long To);

/// <summary>A call with the observations that were made after it.</summary>
internal sealed record TestStep(Exchange Exchange, IReadOnlyList<Exchange> Observations)
{
    public bool Deviates => Exchange.Deviates || Observations.Any(p => p.Deviates);

    public IEnumerable<Exchange> All => Observations.Prepend(Exchange);
}
