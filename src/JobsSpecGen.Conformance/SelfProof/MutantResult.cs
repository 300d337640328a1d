namespace JobsSpecGen.Conformance;

/// <summary>What became of a mutant.</summary>
public enum MutantFate
{
    /// <summary>A case found it and cited the clause that it breaks.</summary>
    Killed,

    /// <summary>A case found it, but under another clause.</summary>
    KilledElsewhere,

    /// <summary>
    /// No case found it, and a bounded search for a difference found none either. That is no proof that there is none:
    /// the search ends at a number of states and at a depth.
    /// </summary>
    Indistinguishable,

    /// <summary>No case found it: the suite does not check what it breaks.</summary>
    Survived,
}

/// <summary>The result for one mutant.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="CitedClauses">The clauses that failures cited.</param>
/// <param name="Case">The name of the case that found it first; null where none did.</param>
public sealed record MutantResult(MutantInfo Mutant, MutantFate Fate, IReadOnlyList<string> CitedClauses, string? Case);

/// <summary>What running the suite against every mutant of its spec found.</summary>
/// <param name="Results">Each mutant's result.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record SelfProofReport(IReadOnlyList<MutantResult> Results, TimeSpan Elapsed)
{
    /// <summary>The mutants of a clause for which a difference from the spec is known or not ruled out.</summary>
    public IEnumerable<MutantResult> Of(string clause) => Results.Where(r => r.Mutant.Clause == clause && r.Fate != MutantFate.Indistinguishable);

    /// <summary>How many mutants have a fate.</summary>
    public int Count(MutantFate fate) => Results.Count(r => r.Fate == fate);
}
