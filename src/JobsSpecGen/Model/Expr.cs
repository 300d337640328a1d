namespace JobsSpecGen.Model;

/// <summary>The type of an expression.</summary>
/// <param name="Kind">The kind of its values; null for the literal null.</param>
/// <param name="Shape">For enumerations, lists, maps and structures: the shape.</param>
/// <param name="Nullable">Whether it can be absent.</param>
internal sealed record ExprType(ShapeKind? Kind, string? Shape, bool Nullable)
{
    public static ExprType Boolean { get; } = new(ShapeKind.Boolean, null, false);

    public static ExprType Integer { get; } = new(ShapeKind.Integer, null, false);

    public static ExprType Timestamp { get; } = new(ShapeKind.Timestamp, null, false);

    public static ExprType Text { get; } = new(ShapeKind.Text, null, false);

    public static ExprType Null { get; } = new(null, null, true);

    /// <summary>Whether the type is an integer or a timestamp; both are counted in whole units.</summary>
    public bool IsNumber => Kind is ShapeKind.Integer or ShapeKind.Timestamp;
}

/// <summary>A bound expression: every name is resolved and every type is checked.</summary>
internal abstract record Expr(ExprType Type)
{
    internal sealed record Literal(LiteralValue Value, ExprType Type) : Expr(Type);

    internal sealed record Now() : Expr(ExprType.Timestamp);

    /// <summary>A member of the request; if it is absent and has a default, the default.</summary>
    internal sealed record Input(Member Member, ExprType Type) : Expr(Type);

    internal sealed record Field(string Variable, Member Member, ExprType Type) : Expr(Type);

    internal sealed record PartitionValue(Member Member, ExprType Type) : Expr(Type);

    internal sealed record Not(Expr Operand) : Expr(ExprType.Boolean);

    internal sealed record Binary(BinaryOperator Operator, Expr Left, Expr Right, ExprType Type) : Expr(Type);

    internal sealed record In(Expr Operand, EquatableArray<Expr> Values) : Expr(ExprType.Boolean);

    internal sealed record Call(Function Function, EquatableArray<Expr> Arguments, ExprType Type) : Expr(Type);

    internal sealed record Aggregate(AggregateKind Kind, RowQuery RowQuery, Expr? Selector, ExprType Type) : Expr(Type);

    /// <summary>Whether the mutant with this number is active; occurs only in steps with mutants.</summary>
    internal sealed record IsMutant(int Number) : Expr(ExprType.Boolean);

    /// <summary>A nullable operand that an enclosing test has shown to be present.</summary>
    internal sealed record Narrowed(Expr Operand, ExprType Type) : Expr(Type);
}

internal enum BinaryOperator
{
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Coalesce,
}

internal enum Function
{
    IsEmpty,
    Length,
    Size,
    If,
    Min,
    Max,
}

internal enum AggregateKind
{
    Any,
    Count,
    Sum,
    Min,
    Max,
}
