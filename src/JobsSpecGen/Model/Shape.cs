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

/// <summary>A shape with its constraints. Members that do not apply to the kind are null or empty.</summary>
internal sealed record Shape(string Name, ShapeKind Kind, string Says, string Source)
{
    /// <summary>Fewest UTF-16 code units, or elements.</summary>
    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public long? Minimum { get; init; }

    public long? Maximum { get; init; }

    public PatternModel? Pattern { get; init; }

    public bool Fresh { get; init; }

    /// <summary>The shape that a text shape widens by <see cref="Also"/>.</summary>
    public string? Base { get; init; }

    public EquatableArray<string> Also { get; init; }

    public bool ServerChosen { get; init; }

    public string? Within { get; init; }

    /// <summary>The elements of a list, the values of a map.</summary>
    public string? Element { get; init; }

    public string? Key { get; init; }

    public bool EmptyIsAbsent { get; init; }

    public EquatableArray<EnumValue> Values { get; init; }

    public EquatableArray<Member> Members { get; init; }

    public EquatableArray<LiteralValue> Examples { get; init; }

    /// <summary>What the structure is for: a shape of the spec's own, or the input or output of an operation.</summary>
    public ShapeRole Role { get; init; }

    /// <summary>For constraints that a clause names: the ids of the clauses, by constraint.</summary>
    public ConstraintClauses Clauses { get; init; } = ConstraintClauses.None;
}

internal enum ShapeRole
{
    Declared,
    Input,
    Output,
}

/// <summary>The ids of a shape's constraint clauses; null where the shape has no such constraint.</summary>
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

    /// <summary>Where in a request the member travels.</summary>
    public MemberLocation Location { get; init; }

    /// <summary>Whether an empty value is not sent, as nothing means the same; only of what no request carries.</summary>
    public bool EmptyIsLeftOut { get; init; }

    /// <summary>Whether a value that is not there is read as an empty one.</summary>
    public bool AbsentIsEmpty { get; init; }

    /// <summary>The id of the clause that the member must be there; null unless required.</summary>
    public string? RequiredClause { get; init; }
}

internal enum MemberLocation
{
    Body,
    Path,
    Query,
    Header,
}
