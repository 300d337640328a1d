namespace JobsSpecGen.Model;

/// <summary>A literal value in the spec: an example, a default or an argument of a scenario.</summary>
internal abstract record LiteralValue
{
    internal sealed record Null : LiteralValue;

    internal sealed record Text(string Value) : LiteralValue;

    internal sealed record Boolean(bool Value) : LiteralValue;

    internal sealed record Integer(long Value) : LiteralValue;

    /// <summary>A value of an enumeration, given by its wire name.</summary>
    internal sealed record Enumerated(string Shape, string WireName) : LiteralValue;

    internal sealed record Sequence(EquatableArray<LiteralValue> Items) : LiteralValue;

    internal sealed record Record(EquatableArray<NamedLiteral> Members) : LiteralValue;
}

internal sealed record NamedLiteral(string Name, LiteralValue Value);
