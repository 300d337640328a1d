namespace JobsSpecGen.Conformance;

/// <summary>What became of a mutant.</summary>
public enum MutantStatus
{
    /// <summary>A case found it and cited the clause that it breaks.</summary>
    Killed,

    /// <summary>A case found it, but under another clause.</summary>
    KilledElsewhere,

    /// <summary>
    /// No conversation in the small world tells it from the spec: the product of the two was exhausted without a difference.
    /// The small world has one partition, two names of each kind and one that nothing has, every state that requests without
    /// optional members lead to with at most two rows of a collection, and in each the classes of input of the alphabet with
    /// at most one optional member. A mutant of a constraint is equivalent where the other constraints judge every value at
    /// the boundaries of it alike; there the values are counted instead of pairs.
    /// </summary>
    Equivalent,

    /// <summary>No case found it, and the product of it and the spec was too large to be exhausted.</summary>
    Undecided,

    /// <summary>No case found it, though a conversation is known that tells it from the spec: the suite does not check what it breaks.</summary>
    Survived,
}

/// <summary>The result for one mutant.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Status">What became of it.</param>
/// <param name="CitedClauses">The clauses that failures cited.</param>
/// <param name="Case">The name of the case that found it first; null where none did.</param>
public sealed record MutantResult(MutantInfo Mutant, MutantStatus Status, IReadOnlyList<string> CitedClauses, string? Case)
{
    /// <summary>For a mutant that no case found: how many pairs of states were exhausted.</summary>
    public int Pairs { get; init; }

    /// <summary>For a survivor: the conversation that tells it from the spec.</summary>
    public string? Difference { get; init; }
}

/// <summary>What running the suite against every mutant of its spec found.</summary>
/// <param name="Results">Each mutant's result.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record SelfProofReport(IReadOnlyList<MutantResult> Results, TimeSpan Elapsed)
{
    /// <summary>The mutants of a clause but those proved equivalent.</summary>
    public IEnumerable<MutantResult> Of(string clause) => Results.Where(r => r.Mutant.Clause == clause && r.Status != MutantStatus.Equivalent);

    /// <summary>How many mutants have a fate.</summary>
    public int Count(MutantStatus status) => Results.Count(r => r.Status == status);
}
