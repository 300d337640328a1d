namespace JobsSpecGen.Conformance;

/// <summary>The result of running a suite against a mutant.</summary>
public enum MutantStatus
{
    /// <summary>A test case failed and cited the clause that the mutant violates.</summary>
    Killed,

    /// <summary>Test cases failed, but cited other clauses only.</summary>
    KilledElsewhere,

    /// <summary>
    /// No sequence of calls in a bounded model distinguishes the mutant from the spec: the product of the two was explored without a
    /// difference. The bounded model has one partition, two names of each kind and one unknown name, every state with at most two rows
    /// of a collection that requests without optional members lead to, and in each state the input classes of the alphabet with at most
    /// one optional member. A mutant of a constraint is equivalent if it refuses the same boundary values as the spec, because other
    /// constraints refuse them too.
    /// </summary>
    Equivalent,

    /// <summary>No test case failed, and the product of the mutant and the spec was too large to explore.</summary>
    Undecided,

    /// <summary>No test case failed, but a sequence of calls is known that distinguishes the mutant from the spec. The suite has a gap.</summary>
    Survived,
}

/// <summary>The result for one mutant.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Status">The status of the mutant.</param>
/// <param name="CitedClauses">The clauses that failures cited.</param>
/// <param name="Case">The test case that killed the mutant, or null.</param>
public sealed record MutantResult(MutantInfo Mutant, MutantStatus Status, IReadOnlyList<string> CitedClauses, string? Case)
{
    /// <summary>
    /// For a mutant that no test case killed: the number of pairs of states that were explored. For an equivalent mutant of a constraint it
    /// is the number of boundary values instead.
    /// </summary>
    public int Pairs { get; init; }

    /// <summary>For a surviving mutant: the sequence of calls that distinguishes it from the spec.</summary>
    public string? Difference { get; init; }
}

/// <summary>The results of running a suite against every mutant of its spec.</summary>
/// <param name="Results">The result for each mutant.</param>
/// <param name="Elapsed">The duration.</param>
public sealed record SelfProofReport(IReadOnlyList<MutantResult> Results, TimeSpan Elapsed)
{
    /// <summary>Gets the results for the mutants of a clause, without equivalent mutants.</summary>
    public IEnumerable<MutantResult> Of(string clause) => Results.Where(r => r.Mutant.Clause == clause && r.Status != MutantStatus.Equivalent);

    /// <summary>Gets the number of mutants with a status.</summary>
    public int Count(MutantStatus status) => Results.Count(r => r.Status == status);
}
