namespace JobsSpecGen.Conformance.Mutants;

/// <summary>A mutant with the way in which it behaves.</summary>
/// <param name="Info">What it is.</param>
/// <param name="Step">Runs a call on a state.</param>
internal sealed record Mutation(MutantInfo Info, Func<object, SpecCall, long, StepReport> Step)
{
    /// <summary>What it gets wrong around the step.</summary>
    public HostMutationOperator HostOperator { get; init; }

    /// <summary>For a mutant that drops all effects of its operation: the clauses of each of them.</summary>
    public IReadOnlyList<string> Effects { get; init; } = [];

    /// <summary>For a mutant of a constraint: calls with the values at the boundaries of it, which the alphabet does not have.</summary>
    public IReadOnlyList<SpecCall> BoundaryCalls { get; init; } = [];

    /// <summary>Runs a call on a state; null where the mutant breaks, as the spec may rely on what it changed.</summary>
    public StepReport? Try(object state, SpecCall call, long now)
    {
        try
        {
            return Step(state, call, now);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>Whether the mutant may do otherwise than the spec on valid calls of an operation.</summary>
    public bool Concerns(string operation) => Info.Operation == operation || (Info.Number <= 0 && BoundaryCalls.Count == 0);

    /// <summary>Whether the call is one of the operation that is changed.</summary>
    public bool IsAbout(SpecCall call) => Info.Operation == call.Operation;
}
