namespace JobsSpecGen.Conformance;

/// <summary>How an operation or an action travels over HTTP.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path. What stands in braces is a member of the input, or a value of <see cref="Given"/>.</param>
public sealed record HttpInfo(string Method, string Path)
{
    /// <summary>The members that travel in the query, each under its own name. What neither this, the path nor a header has travels in the body.</summary>
    public IReadOnlyList<string> QueryMembers { get; init; } = [];

    /// <summary>The members that travel in headers, each under its own name.</summary>
    public IReadOnlyList<string> HeaderMembers { get; init; } = [];

    /// <summary>What the query has besides, for an action: texts with members and given values in braces.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> FixedQuery { get; init; } = [];

    /// <summary>The body of an action as JSON with members and given values in braces in its texts, where a brace that is meant is doubled; null: the members under their own names.</summary>
    public string? Body { get; init; }

    /// <summary>Values of names in braces that are no members, where nothing else is said: an account, a region.</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = new Dictionary<string, string>();
}

/// <summary>An error of the spec, as it travels over HTTP.</summary>
/// <param name="Code">Its name in the spec.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="WireName">The name that it has on the wire.</param>
public sealed record ErrorInfo(string Code, int Status, string WireName);
