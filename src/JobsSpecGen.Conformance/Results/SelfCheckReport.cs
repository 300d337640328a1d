namespace JobsSpecGen.Conformance;

/// <summary>The result of the suite on a canary, which is a backend with a deliberate fault.</summary>
/// <param name="Name">The fault of the canary.</param>
/// <param name="Applies">Whether the suite made a call whose outcome has the fault. For instance, a spec without lists has no list to reverse.</param>
/// <param name="FoundBy">The test case that detected the fault. Null: none.</param>
public sealed record CanaryResult(string Name, bool Applies, string? FoundBy)
{
    /// <summary>Whether the fault occurred and the suite did not detect it.</summary>
    public bool Survived => Applies && FoundBy is null;
}

/// <summary>
/// The results of the self-check: the suite is run on canaries, which are backends with deliberate faults. If the suite passes
/// a canary, a pass of the backend under test proves nothing.
/// </summary>
/// <param name="Canaries">The results of all canaries.</param>
/// <param name="Elapsed">The duration of the self-check.</param>
public sealed record SelfCheckReport(IReadOnlyList<CanaryResult> Canaries, TimeSpan Elapsed)
{
    /// <summary>Whether at least one canary applies and every canary that applies was detected.</summary>
    public bool Passed => Canaries.Any(c => c.Applies) && !Canaries.Any(c => c.Survived);

    /// <summary>The reason why a passing verdict is rejected; null if it is not.</summary>
    public string? Reason => Passed ? null
        : "the suite failed its self-check: it did not detect " + string.Join("; ", Canaries.Where(c => c.Survived).Select(c => c.Name).DefaultIfEmpty("anything"));
}
