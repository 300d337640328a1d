namespace JobsSpecGen.Conformance;

/// <summary>
/// How a run ends; the values are exit codes for CI. Where several apply, the first that is not <see cref="Passed"/> counts:
/// a violation that was found stays one, whatever else went wrong.
/// </summary>
public enum ConformanceExit
{
    /// <summary>No <c>must</c> clause is violated, or those that are, are known to the baseline; and nothing differs from the baseline.</summary>
    Passed = 0,

    /// <summary>A <c>must</c> clause is violated that no baseline knows, or the run differs from its baseline.</summary>
    Failed = 1,

    /// <summary>The suite or the adapter broke on a case, or the run could not be made: nothing is known about what is missing.</summary>
    Broken = 2,

    /// <summary>Nothing was verified, or the suite could not show that it would notice a violation: a green run would mean nothing.</summary>
    Inconclusive = 3,
}
