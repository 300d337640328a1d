namespace JobsSpecGen.Conformance;

/// <summary>A test case that a run will execute. The plan depends only on the spec, so that it is known without a backend.</summary>
/// <param name="Kind">The kind of the test case.</param>
/// <param name="Name">The name, unique within the kind and stable across runs.</param>
/// <param name="Clause">The clause that the test case checks; null for a scenario.</param>
public sealed record PlannedCase(CaseKind Kind, string Name, string? Clause)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
