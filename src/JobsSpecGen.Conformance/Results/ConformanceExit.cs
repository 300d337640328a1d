namespace JobsSpecGen.Conformance;

/// <summary>
/// The result of a run. The values are exit codes for CI. If several values apply, the first one that is not <see cref="Passed"/> is used:
/// a violation is reported as such even if errors occurred as well.
/// </summary>
public enum ConformanceExit
{
    /// <summary>Every violation of a <c>must</c> clause is known to the baseline, and the run matches the baseline.</summary>
    Passed = 0,

    /// <summary>A <c>must</c> clause is violated and the violation is not in the baseline, or the run differs from its baseline.</summary>
    Failed = 1,

    /// <summary>
    /// The suite or the adapter failed in a test case, the suite failed its self-check, or the run could not be executed.
    /// Nothing is known about the test cases without a verdict.
    /// </summary>
    Broken = 2,

    /// <summary>No clause was verified, so that a passing run would be meaningless.</summary>
    Inconclusive = 3,
}
