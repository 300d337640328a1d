namespace JobsSpecGen.Conformance;

/// <summary>The kind of values that a shape describes.</summary>
public enum ShapeKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>One of a closed set of strings.</summary>
    Enumeration,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A 64-bit integer.</summary>
    Integer,

    /// <summary>A point in time, as an integer in the unit of the spec.</summary>
    Timestamp,

    /// <summary>An ordered list of values of one shape.</summary>
    List,

    /// <summary>A map from string keys to values of one shape.</summary>
    Map,

    /// <summary>A structure with named members.</summary>
    Structure,
}

/// <summary>A shape of the spec with its constraints, as data.</summary>
/// <param name="Name">The name in the spec.</param>
/// <param name="Kind">The kind of values that it describes.</param>
/// <param name="Line">The line of the shape in the spec, from 1.</param>
public sealed record ShapeInfo(string Name, ShapeKind Kind, int Line)
{
    /// <summary>The minimum number of UTF-16 code units of a text, or of elements of a list or map. Null: no bound.</summary>
    public int? MinLength { get; init; }

    /// <summary>The maximum number of UTF-16 code units of a text, or of elements of a list or map. Null: no bound.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The minimum value of an integer. Null: no bound.</summary>
    public long? Minimum { get; init; }

    /// <summary>The maximum value of an integer. Null: no bound.</summary>
    public long? Maximum { get; init; }

    /// <summary>The regular expression that the whole text must match. Null: none.</summary>
    public string? Pattern { get; init; }

    /// <summary>The wire names of an enumeration, in the order of the spec.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The shape of a list's elements or a map's values.</summary>
    public string? Element { get; init; }

    /// <summary>The shape of a map's keys.</summary>
    public string? Key { get; init; }

    /// <summary>The members of a structure, in the order of the spec.</summary>
    public IReadOnlyList<MemberInfo> Members { get; init; } = [];

    /// <summary>Whether every test case must use its own values, so that test cases can share a backend.</summary>
    public bool Fresh { get; init; }

    /// <summary>The shape that this text shape extends by the literals of <see cref="Also"/>. Null: none.</summary>
    public string? Base { get; init; }

    /// <summary>Literals that are valid in addition to the values of <see cref="Base"/>. Test cases do not replace them by fresh names.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Whether the value is a server-chosen number: the backend picks it. Only equality and order within <see cref="Within"/> can be compared.</summary>
    public bool ServerChosen { get; init; }

    /// <summary>The sibling member that scopes a server-chosen number: the numbers are distinct for each value of that member. Null: they are distinct in the partition.</summary>
    public string? Within { get; init; }

    /// <summary>Whether an empty map or list and an absent one are equivalent in a response.</summary>
    public bool EmptyIsAbsent { get; init; }

    /// <summary>Valid values that the spec gives as examples.</summary>
    public IReadOnlyList<SpecValue> Examples { get; init; } = [];
}

/// <summary>A member of a structure.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Shape">The name of its shape.</param>
/// <param name="Required">Whether the member must be present.</param>
/// <param name="Line">The line of the member in the spec, from 1.</param>
public sealed record MemberInfo(string Name, string Shape, bool Required, int Line)
{
    /// <summary>The value that an absent member stands for; <see cref="SpecValue.Absent"/> if the member has no default.</summary>
    public SpecValue Default { get; init; } = SpecValue.Absent;

    /// <summary>The id of the clause that requires the member. Null: the member is optional.</summary>
    public string? RequiredClause { get; init; }
}
