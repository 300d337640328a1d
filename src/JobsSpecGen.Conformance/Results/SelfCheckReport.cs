namespace JobsSpecGen.Conformance;

/// <summary>A backend that is wrong on purpose, and whether the suite said so.</summary>
/// <param name="Name">In which way it is wrong.</param>
/// <param name="Applies">Whether the suite made a call on which it is wrong; a spec without lists has no list to reverse.</param>
/// <param name="FoundBy">The case that found it; null where none did.</param>
public sealed record CanaryResult(string Name, bool Applies, string? FoundBy)
{
    /// <summary>True where the canary was wrong and the suite did not say so.</summary>
    public bool Survived => Applies && FoundBy is null;
}

/// <summary>
/// What the suite found when it was run on backends that are wrong on purpose. A suite that lets one of them pass proves
/// nothing by letting another pass.
/// </summary>
/// <param name="Canaries">Every such backend.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record SelfCheckReport(IReadOnlyList<CanaryResult> Canaries, TimeSpan Elapsed)
{
    /// <summary>True when every canary that applies was found, and at least one did.</summary>
    public bool Passed => Canaries.Any(c => c.Applies) && !Canaries.Any(c => c.Survived);

    /// <summary>Why a green verdict is refused; null where it is not.</summary>
    public string? Reason => Passed ? null
        : "the suite failed its self-check: it did not notice " + string.Join("; ", Canaries.Where(c => c.Survived).Select(c => c.Name).DefaultIfEmpty("anything"));
}
