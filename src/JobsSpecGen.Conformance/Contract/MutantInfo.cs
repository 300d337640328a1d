namespace JobsSpecGen.Conformance;

/// <summary>A small change of the step function, such as an implementer might make by mistake. A suite worth its name notices it.</summary>
/// <param name="Number">Its number, by which the step function is told to play it.</param>
/// <param name="Clause">The clause that it breaks.</param>
/// <param name="Operation">The operation or environment action that is changed.</param>
/// <param name="Kind">What kind of change it is, for instance <c>guard dropped</c>.</param>
/// <param name="Detail">What exactly is changed.</param>
public sealed record MutantInfo(int Number, string Clause, string Operation, string Kind, string Detail)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Clause} in {Operation}: {Kind} ({Detail})";
}
