namespace JobsSpecGen.Conformance;

/// <summary>A case that a run will execute. The plan depends only on the spec, so that it is known before there is a backend.</summary>
/// <param name="Kind">What kind of test it is.</param>
/// <param name="Name">Its name, unique within its kind and stable from run to run.</param>
/// <param name="Clause">The clause that it is there to check; null for a scenario.</param>
public sealed record PlannedCase(CaseKind Kind, string Name, string? Clause)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
