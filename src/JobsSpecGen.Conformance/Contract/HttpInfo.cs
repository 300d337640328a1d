namespace JobsSpecGen.Conformance;

/// <summary>The HTTP binding of an operation or an environment action.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path template. A name in braces refers to an input member or to a value of <see cref="Given"/>.</param>
public sealed record HttpInfo(string Method, string Path)
{
    /// <summary>
    /// The members that are sent in the query string, each under its own name. Members that are in neither the query, the path nor a header are sent in the body.
    /// </summary>
    public IReadOnlyList<string> QueryMembers { get; init; } = [];

    /// <summary>The members that are sent in headers, each under its own name.</summary>
    public IReadOnlyList<string> HeaderMembers { get; init; } = [];

    /// <summary>For an environment action: additional query parameters, as text templates with members and given values in braces.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> FixedQuery { get; init; } = [];

    /// <summary>
    /// For an environment action: the body as a JSON template. Its strings can have members and given values in braces; a literal brace is doubled.
    /// Null: the body has the members under their own names.
    /// </summary>
    public string? Body { get; init; }

    /// <summary>Default values of the names in braces that are not members, for instance an account or a region.</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = new Dictionary<string, string>();
}

/// <summary>The HTTP binding of an error of the spec.</summary>
/// <param name="Code">The name of the error in the spec.</param>
/// <param name="Status">The HTTP status code.</param>
/// <param name="WireName">The name of the error in HTTP responses.</param>
public sealed record ErrorInfo(string Code, int Status, string WireName);
