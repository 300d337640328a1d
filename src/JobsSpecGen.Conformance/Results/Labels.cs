namespace JobsSpecGen.Conformance.Results;

/// <summary>The labels of enumeration values in reports of all formats.</summary>
internal static class Labels
{
    public static string Of(ClauseLevel level) => level == ClauseLevel.Must ? "must" : "should";

    public static string Of(Verdict verdict) => Spaced(verdict.ToString());

    public static string Of(CaseKind kind) => Spaced(kind.ToString());

    public static string Of(BaselineChange change) => Spaced(change.ToString());

    /// <summary>A phrase that describes the test cases of a kind.</summary>
    public static string Describe(CaseKind kind) => kind switch
    {
        CaseKind.Witness => "the shortest trace to each point of each clause",
        CaseKind.Scenario => "the readable examples of the spec",
        CaseKind.Boundary => "boundary values of the constraints",
        CaseKind.Transition => "every operation in every status",
        CaseKind.Isolation => "the effect of calls on one partition, observed from another",
        CaseKind.Exploration => "every state of the bounded model with every class of request",
        CaseKind.Random => "random call sequences, generated from a seed",
        CaseKind.Concurrency => "several concurrent clients",
        CaseKind.Restart => "the data that survives a restart of the backend",
        CaseKind.Clock => "behaviour that depends on how far the clock was advanced",
        CaseKind.Wire => "raw HTTP requests and responses",
        _ => "",
    };

    /// <summary><c>1 clause</c>, <c>2 clauses</c>.</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    /// <summary><c>NotVerifiableHere</c> and <c>notVerifiableHere</c> as <c>not verifiable here</c>.</summary>
    public static string Spaced(string name) =>
        string.Concat(name.Select((c, i) => char.IsAsciiLetterUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>The name of an enumeration value in camel case, as in JSON.</summary>
    public static string Camel<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
