namespace JobsSpecGen.Conformance;

/// <summary>A mutant: a small change of the step function that simulates a fault of an implementation. A good suite kills it.</summary>
/// <param name="Number">The number that selects the mutant in the step function.</param>
/// <param name="Clause">The clause that the mutant violates.</param>
/// <param name="Operation">The operation or environment action that is changed.</param>
/// <param name="Kind">The mutation operator, for instance <c>guard dropped</c>.</param>
/// <param name="Detail">The exact change.</param>
public sealed record MutantInfo(int Number, string Clause, string Operation, string Kind, string Detail)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Clause} in {Operation}: {Kind} ({Detail})";
}
