using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>Emits bound expressions as C#.</summary>
internal sealed class ExprText(ShapeTypes types)
{
    private readonly LiteralEmitter _literals = new(types);

    /// <summary>The expression, in parentheses if it has operators.</summary>
    public Code Of(Expr expression) => expression switch
    {
        Expr.Literal literal => Literal(literal),
        Expr.Now => Code.Of($"now"),
        Expr.Input { Member.Default: { } value } input => Code.Of($"(input.{Identifier.Of(input.Member.Identifier)} ?? {_literals.Emit(value, input.Member.Shape)})"),
        Expr.Input input => Code.Of($"input.{Identifier.Of(input.Member.Identifier)}"),
        Expr.Field field => Code.Of($"{VariableNames.Of(field.Variable)}.{Identifier.Of(field.Member.Identifier)}"),
        Expr.PartitionValue value => Code.Of($"state.{Identifier.Of(value.Member.Identifier)}"),
        Expr.Not not => Code.Of($"!{Of(not.Operand)}"),
        Expr.Narrowed narrowed => IsValueType(narrowed.Type) ? Code.Of($"{Of(narrowed.Operand)}.GetValueOrDefault()") : Code.Of($"{Of(narrowed.Operand)}!"),
        Expr.IsMutant mutant => Code.Of($"(mutant == {mutant.Number})"),
        Expr.In isIn => In(isIn),
        Expr.Binary binary => Binary(binary),
        Expr.Call call => Call(call),
        Expr.Aggregate aggregate => Aggregate(aggregate),
        _ => Code.Empty,
    };

    /// <summary>A condition after <c>if</c>, without parentheses of its own.</summary>
    public Code Condition(Expr expression) => expression is Expr.Binary { Operator: not BinaryOperator.Coalesce } binary && !IsByValue(binary)
        ? Code.Of($"{Of(binary.Left)} {Operator(binary.Operator)} {Of(binary.Right)}")
        : Of(expression);

    /// <summary>The rows of a query.</summary>
    public Code Rows(RowQuery query, StateMethodNames names)
    {
        if (query.Scan is { } scan)
        {
            return ScanText.Of(query, scan, types, this);
        }

        var rows = Code.Of($"state.{names.Of(query)}({Code.Join(", ", query.Arguments.Select(Of))})");
        return query.Residual is { } residual
            ? Code.Of($"{rows}.Where({VariableNames.Of(query.Row)} => {Condition(residual)})")
            : rows;
    }

    private Code Literal(Expr.Literal literal) => literal.Value switch
    {
        LiteralValue.Enumerated value => _literals.Emit(value, value.Shape),
        LiteralValue.Text value => CSharpLiteral.Of(value.Value),
        LiteralValue.Integer value => CSharpLiteral.Of(value.Value),
        LiteralValue.Boolean value => CSharpLiteral.Of(value.Value),
        _ => CSharpLiteral.Of((string?)null),
    };

    private Code In(Expr.In isIn) =>
        isIn.Values.All(value => value is Expr.Literal)
            ? Code.Of($"({Of(isIn.Operand)} is {Code.Join(" or ", isIn.Values.Select(Of))})")
            : Code.Of($"({Code.Join(" || ", isIn.Values.Select(value => Code.Of($"{Of(isIn.Operand)} == {Of(value)}")))})");

    private Code Binary(Expr.Binary binary)
    {
        if (IsByValue(binary))
        {
            var equal = Code.Of($"global::System.Object.Equals({Of(binary.Left)}, {Of(binary.Right)})");
            return binary.Operator == BinaryOperator.Equal ? equal : Code.Of($"!{equal}");
        }

        return Code.Of($"({Of(binary.Left)} {Operator(binary.Operator)} {Of(binary.Right)})");
    }

    private static Code Operator(BinaryOperator op) => op switch
    {
        BinaryOperator.Or => Code.Of($"||"),
        BinaryOperator.And => Code.Of($"&&"),
        BinaryOperator.Equal => Code.Of($"=="),
        BinaryOperator.NotEqual => Code.Of($"!="),
        BinaryOperator.Less => Code.Of($"<"),
        BinaryOperator.LessOrEqual => Code.Of($"<="),
        BinaryOperator.Greater => Code.Of($">"),
        BinaryOperator.GreaterOrEqual => Code.Of($">="),
        BinaryOperator.Add => Code.Of($"+"),
        BinaryOperator.Subtract => Code.Of($"-"),
        BinaryOperator.Multiply => Code.Of($"*"),
        _ => Code.Of($"??"),
    };

    private Code Call(Expr.Call call)
    {
        var arguments = call.Arguments.Select(Of).ToArray();
        return call.Function switch
        {
            Function.IsEmpty when call.Arguments[0].Type.Kind == ShapeKind.Text => Code.Of($"string.IsNullOrEmpty({arguments[0]})"),
            Function.IsEmpty => Code.Of($"({arguments[0]} is not {{ Count: > 0 }})"),
            Function.Length => Code.Of($"{arguments[0]}.Length"),
            Function.Size => Code.Of($"{arguments[0]}.Count"),
            Function.Min => Code.Of($"global::System.Math.Min({arguments[0]}, {arguments[1]})"),
            Function.Max => Code.Of($"global::System.Math.Max({arguments[0]}, {arguments[1]})"),
            _ => Code.Of($"({arguments[0]} ? {Cast(call.Type)}{arguments[1]} : {arguments[2]})"),
        };
    }

    /// <summary>Both branches of a conditional expression need one type, which C# does not infer from null and a number.</summary>
    private Code Cast(ExprType type) =>
        !type.Nullable || !IsValueType(type) ? Code.Empty
        : type.Kind == ShapeKind.Enumeration ? Code.Of($"({types.TypeOf(type.Shape!)}?)")
        : type.Kind == ShapeKind.Boolean ? Code.Of($"(bool?)")
        : Code.Of($"(long?)");

    private Code Aggregate(Expr.Aggregate aggregate)
    {
        var rows = Rows(aggregate.RowQuery, new StateMethodNames(types));
        var row = VariableNames.Of(aggregate.RowQuery.Row);
        return aggregate.Kind switch
        {
            AggregateKind.Any => Code.Of($"{rows}.Any()"),
            AggregateKind.Count => Code.Of($"{rows}.LongCount()"),
            AggregateKind.Sum => Code.Of($"{rows}.Sum({row} => {Of(aggregate.Selector!)})"),
            AggregateKind.Min => Code.Of($"{rows}.Min({row} => (long?){Of(aggregate.Selector!)})"),
            _ => Code.Of($"{rows}.Max({row} => (long?){Of(aggregate.Selector!)})"),
        };
    }

    private static bool IsByValue(Expr.Binary binary) =>
        binary is
        {
            Operator: BinaryOperator.Equal or BinaryOperator.NotEqual,
            Left.Type.Kind: ShapeKind.List or ShapeKind.Map or ShapeKind.Structure,
            Right.Type.Kind: not null,
        };

    private static bool IsValueType(ExprType type) =>
        type.Kind is ShapeKind.Boolean or ShapeKind.Integer or ShapeKind.Timestamp or ShapeKind.Enumeration;
}
