namespace JobsSpecGen.Conformance;

/// <summary>What kind of value a shape describes.</summary>
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

    /// <summary>Values of one shape in order.</summary>
    List,

    /// <summary>Values of one shape by string key.</summary>
    Map,

    /// <summary>Named members.</summary>
    Structure,
}

/// <summary>A shape of the spec with its constraints, as data.</summary>
/// <param name="Name">The name in the spec.</param>
/// <param name="Kind">What kind of value it describes.</param>
/// <param name="Line">The line of the spec where it stands, from 1.</param>
public sealed record ShapeInfo(string Name, ShapeKind Kind, int Line)
{
    /// <summary>Fewest UTF-16 code units of a text, or elements of a list or map; null: no bound.</summary>
    public int? MinLength { get; init; }

    /// <summary>Most UTF-16 code units of a text, or elements of a list or map; null: no bound.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Least value of an integer; null: no bound.</summary>
    public long? Minimum { get; init; }

    /// <summary>Greatest value of an integer; null: no bound.</summary>
    public long? Maximum { get; init; }

    /// <summary>The regular expression that a whole text matches; null: none.</summary>
    public string? Pattern { get; init; }

    /// <summary>The wire names of an enumeration, in the order of the spec.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The shape of a list's elements or a map's values.</summary>
    public string? Element { get; init; }

    /// <summary>The shape of a map's keys.</summary>
    public string? Key { get; init; }

    /// <summary>The members of a structure, in the order of the spec.</summary>
    public IReadOnlyList<MemberInfo> Members { get; init; } = [];

    /// <summary>True when every test must use values of its own, so that tests can share a backend.</summary>
    public bool Fresh { get; init; }

    /// <summary>The shape that this text shape widens by <see cref="Also"/>; null: none.</summary>
    public string? Base { get; init; }

    /// <summary>Literals that are valid besides the values of <see cref="Base"/>. They are never renamed.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>True when the backend picks the value, so that only equality and order within <see cref="Within"/> can be compared.</summary>
    public bool ServerChosen { get; init; }

    /// <summary>The name of the sibling member within whose value a server-chosen value is distinct; null: in the partition.</summary>
    public string? Within { get; init; }

    /// <summary>True when an empty map or list and an absent one are the same answer.</summary>
    public bool EmptyIsAbsent { get; init; }

    /// <summary>Valid values that the spec gives as examples.</summary>
    public IReadOnlyList<SpecValue> Examples { get; init; } = [];
}

/// <summary>A member of a structure.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Shape">The name of its shape.</param>
/// <param name="Required">Whether it must be there.</param>
/// <param name="Line">The line of the spec where it stands, from 1.</param>
public sealed record MemberInfo(string Name, string Shape, bool Required, int Line)
{
    /// <summary>What an absent member means; <see cref="SpecValue.Absent"/>: just that it is absent.</summary>
    public SpecValue Default { get; init; } = SpecValue.Absent;

    /// <summary>The id of the clause that the member must be there; null where it need not be.</summary>
    public string? RequiredClause { get; init; }
}
