namespace JobsSpecGen.Conformance.Mutants;

/// <summary>A mutant with its behaviour.</summary>
/// <param name="Info">The description of the mutant.</param>
/// <param name="Step">The step function of the mutant.</param>
internal sealed record Mutation(MutantInfo Info, Func<object, SpecCall, long, StepReport> Step)
{
    /// <summary>The mutation operator of the host.</summary>
    public HostMutationOperator HostOperator { get; init; }

    /// <summary>For a mutant that drops all effects of an operation: the clauses of these effects.</summary>
    public IReadOnlyList<string> Effects { get; init; } = [];

    /// <summary>For a mutant of a constraint: calls with the boundary values of the constraint, which the alphabet does not contain.</summary>
    public IReadOnlyList<SpecCall> BoundaryCalls { get; init; } = [];

    /// <summary>Executes a call on a state. Returns null if the mutant throws. It can throw because the rest of the step function relies on the mutated part.</summary>
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

    /// <summary>Whether the mutant can differ from the spec in valid calls of an operation.</summary>
    public bool Concerns(string operation) => Info.Operation == operation || (Info.Number <= 0 && BoundaryCalls.Count == 0);

    /// <summary>Whether the call is of the mutated operation.</summary>
    public bool IsAbout(SpecCall call) => Info.Operation == call.Operation;
}
