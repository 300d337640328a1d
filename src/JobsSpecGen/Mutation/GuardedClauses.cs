namespace JobsSpecGen.Mutation;

/// <summary>Which clause a wrong condition breaks, by the way in which it is wrong.</summary>
/// <param name="TooSeldom">Where it does not hold though it should: the clause of what is done where it holds.</param>
/// <param name="TooOften">Where it holds though it should not: the clause of what is done otherwise.</param>
/// <param name="Both">Where it is wrong both ways.</param>
internal readonly record struct GuardedClauses(string TooSeldom, string TooOften, string Both)
{
    /// <summary>The condition guards one thing, and nothing is done otherwise.</summary>
    public static implicit operator GuardedClauses(string clause) => new(clause, clause, clause);
}
