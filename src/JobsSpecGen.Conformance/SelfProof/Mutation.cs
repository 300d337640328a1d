namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>A mutant with the way in which it behaves.</summary>
/// <param name="Info">What it is.</param>
/// <param name="Step">Runs a call on a state.</param>
internal sealed record Mutation(MutantInfo Info, Func<object, SpecCall, long, StepReport> Step)
{
    /// <summary>True when all partitions share one state.</summary>
    public bool SharesPartitions { get; init; }
}
