namespace JobsSpecGen.Conformance.Results;

/// <summary>How reports call things, in every format alike.</summary>
internal static class Labels
{
    public static string Of(ClauseLevel level) => level == ClauseLevel.Must ? "must" : "should";

    public static string Of(Verdict verdict) => Spaced(verdict.ToString());

    public static string Of(CaseKind kind) => Spaced(kind.ToString());

    public static string Of(BaselineChange change) => Spaced(change.ToString());

    /// <summary>What the cases of a kind are, as a phrase.</summary>
    public static string Describe(CaseKind kind) => kind switch
    {
        CaseKind.Witness => "the shortest trace to each point of each clause",
        CaseKind.Scenario => "the readable examples of the spec",
        CaseKind.Boundary => "values at the boundaries of the constraints",
        CaseKind.Transition => "every operation in every status",
        CaseKind.Isolation => "what happens to one partition, seen from another",
        CaseKind.Exploration => "every state of a small world with every class of request",
        CaseKind.Random => "sequences of calls at random, by seed",
        CaseKind.Concurrency => "several clients at once",
        CaseKind.Restart => "what survives a restart of the backend",
        CaseKind.Clock => "what depends on how far the clock was moved",
        CaseKind.Wire => "what only raw requests and answers over HTTP show",
        _ => "",
    };

    /// <summary><c>1 clause</c>, <c>2 clauses</c>.</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    /// <summary><c>NotVerifiableHere</c> and <c>notVerifiableHere</c> as <c>not verifiable here</c>.</summary>
    public static string Spaced(string name) =>
        string.Concat(name.Select((c, i) => char.IsAsciiLetterUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>The name of an enumeration's value as JSON has it.</summary>
    public static string Camel<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
