namespace JobsSpecGen.Conformance;

/// <summary>How binding a clause is.</summary>
public enum ClauseLevel
{
    /// <summary>Documented or observed: a backend that deviates does not conform.</summary>
    Must,

    /// <summary>Decided by the spec where its sources are silent or disagree: a deviation is reported, apart.</summary>
    Should,
}

/// <summary>One rule of the spec, or one constraint of its shapes.</summary>
/// <param name="Id">The stable identifier, for instance <c>update.version-mismatch</c>.</param>
/// <param name="Level">How binding it is.</param>
/// <param name="Says">The rule as one English sentence.</param>
/// <param name="Source">Where the rule comes from.</param>
/// <param name="Line">The line of the spec where it stands, from 1.</param>
public sealed record ClauseInfo(string Id, ClauseLevel Level, string Says, string Source, int Line)
{
    /// <summary>True for a constraint of a shape or member, false for a rule of behaviour.</summary>
    public bool IsConstraint { get; init; }
}
