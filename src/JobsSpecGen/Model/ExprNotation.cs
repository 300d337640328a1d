using System.Linq;

namespace JobsSpecGen.Model;

/// <summary>Writes expressions over one row in the notation of the spec, for documentation.</summary>
internal static class ExprNotation
{
    public static string Of(Expr expression) => expression switch
    {
        Expr.Literal literal => LiteralNotation.Of(literal.Value),
        Expr.Field field => field.Member.Name,
        Expr.Input input => "input." + input.Member.Name + (input.Member.Default is { } value ? $" (or {LiteralNotation.Of(value)})" : string.Empty),
        Expr.PartitionValue value => value.Member.Name,
        Expr.Now => "now",
        Expr.Aggregate aggregate => $"{aggregate.Kind}({aggregate.RowQuery.Collection})",
        Expr.Not not => "not " + Of(not.Operand),
        Expr.Narrowed narrowed => Of(narrowed.Operand),
        Expr.In isIn => $"{Of(isIn.Operand)} in [{string.Join(", ", isIn.Values.Select(Of))}]",
        Expr.Binary binary => $"{Of(binary.Left)} {Operator(binary.Operator)} {Of(binary.Right)}",
        Expr.Call call => $"{call.Function}({string.Join(", ", call.Arguments.Select(Of))})",
        _ => "…",
    };

    private static string Operator(BinaryOperator op) => op switch
    {
        BinaryOperator.Or => "||",
        BinaryOperator.And => "&&",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        _ => "??",
    };
}
