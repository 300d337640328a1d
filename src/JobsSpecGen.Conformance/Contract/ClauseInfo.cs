namespace JobsSpecGen.Conformance;

/// <summary>The requirement level of a clause.</summary>
public enum ClauseLevel
{
    /// <summary>The rule is documented or was observed. A backend that deviates does not conform.</summary>
    Must,

    /// <summary>The spec decided the rule because its sources are silent or disagree. A deviation is reported separately and does not fail a run.</summary>
    Should,
}

/// <summary>A clause: one rule of the spec, or one constraint of its shapes.</summary>
/// <param name="Id">The stable identifier, for instance <c>update.version-mismatch</c>.</param>
/// <param name="Level">The requirement level.</param>
/// <param name="Says">The rule as one English sentence.</param>
/// <param name="Source">The source of the rule.</param>
/// <param name="Line">The line of the clause in the spec, from 1.</param>
public sealed record ClauseInfo(string Id, ClauseLevel Level, string Says, string Source, int Line)
{
    /// <summary>True for a constraint of a shape or member, false for a rule of behaviour.</summary>
    public bool IsConstraint { get; init; }
}
