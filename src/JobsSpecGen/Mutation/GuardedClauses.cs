namespace JobsSpecGen.Mutation;

/// <summary>The clauses that a wrong condition breaks, by the direction in which it is wrong.</summary>
/// <param name="TooSeldom">The condition fails where it should hold: the clause of the guarded effect.</param>
/// <param name="TooOften">The condition holds where it should fail: the clause of the alternative.</param>
/// <param name="Both">The condition is wrong in both directions.</param>
internal readonly record struct GuardedClauses(string TooSeldom, string TooOften, string Both)
{
    /// <summary>The condition guards one effect and has no alternative.</summary>
    public static implicit operator GuardedClauses(string clause) => new(clause, clause, clause);
}
