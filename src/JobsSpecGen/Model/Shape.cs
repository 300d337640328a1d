namespace JobsSpecGen.Model;

internal enum ShapeKind
{
    Text,
    Enumeration,
    Boolean,
    Integer,
    Timestamp,
    List,
    Map,
    Structure,
}

/// <summary>A shape with its constraints. Properties that do not apply to its kind are null or empty.</summary>
internal sealed record Shape(string Name, ShapeKind Kind, string Says, string Source)
{
    /// <summary>The minimum number of UTF-16 code units, or of elements.</summary>
    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public long? Minimum { get; init; }

    public long? Maximum { get; init; }

    public PatternModel? Pattern { get; init; }

    public bool Fresh { get; init; }

    /// <summary>The base of a string shape that adds values with <see cref="Also"/>.</summary>
    public string? Base { get; init; }

    public EquatableArray<string> Also { get; init; }

    public bool ServerChosen { get; init; }

    public string? Within { get; init; }

    /// <summary>The shape of the elements of a list or of the values of a map.</summary>
    public string? Element { get; init; }

    public string? Key { get; init; }

    public bool EmptyIsAbsent { get; init; }

    public EquatableArray<EnumValue> Values { get; init; }

    public EquatableArray<Member> Members { get; init; }

    public EquatableArray<LiteralValue> Examples { get; init; }

    /// <summary>The role of a structure: declared by the spec, or the input or output of an operation.</summary>
    public ShapeRole Role { get; init; }

    /// <summary>The ids of the clauses of the constraints.</summary>
    public ConstraintClauses Clauses { get; init; } = ConstraintClauses.None;
}

internal enum ShapeRole
{
    Declared,
    Input,
    Output,
}

/// <summary>The ids of a shape's constraint clauses; null where the shape does not have the constraint.</summary>
internal sealed record ConstraintClauses(string? Length, string? Pattern, string? Range, string? Values)
{
    public static ConstraintClauses None { get; } = new(null, null, null, null);
}

internal sealed record EnumValue(string WireName, string Identifier, string Says);

/// <summary>A member of a structure, a field of a row or a member of an error's data.</summary>
internal sealed record Member(string Name, string Identifier, string Shape, bool Required)
{
    public LiteralValue? Default { get; init; }

    public string? Says { get; init; }

    /// <summary>The part of the request that carries the member.</summary>
    public MemberLocation Location { get; init; }

    /// <summary>Whether an empty value is omitted because absent means the same; never set for members of requests.</summary>
    public bool EmptyIsLeftOut { get; init; }

    /// <summary>Whether an absent value is read as an empty one.</summary>
    public bool AbsentIsEmpty { get; init; }

    /// <summary>The id of the clause that requires the member; null unless it is required.</summary>
    public string? RequiredClause { get; init; }
}

internal enum MemberLocation
{
    Body,
    Path,
    Query,
    Header,
}
