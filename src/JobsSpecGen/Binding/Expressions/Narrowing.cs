using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Binding.Expressions;

/// <summary>Type narrowing: what a condition proves about values that may be absent.</summary>
internal static class Narrowing
{
    /// <summary>The paths that are present whenever the condition holds (or whenever it does not).</summary>
    public static IEnumerable<string> Paths(Expr condition, bool holds) => condition switch
    {
        Expr.Not not => Paths(not.Operand, !holds),
        Expr.Binary { Operator: BinaryOperator.And } both when holds => Paths(both.Left, true).Concat(Paths(both.Right, true)),
        Expr.Binary { Operator: BinaryOperator.Or } either when !holds => Paths(either.Left, false).Concat(Paths(either.Right, false)),
        Expr.Binary { Operator: BinaryOperator.NotEqual } test when holds => PathsOfNullTest(test),
        Expr.Binary { Operator: BinaryOperator.Equal } test when !holds => PathsOfNullTest(test),
        _ => [],
    };

    private static IEnumerable<string> PathsOfNullTest(Expr.Binary test)
    {
        var operand = IsNull(test.Right) ? test.Left : IsNull(test.Left) ? test.Right : null;
        return operand switch
        {
            Expr.Input input => ["input." + input.Member.Name],
            Expr.Field field => [field.Variable + "." + field.Member.Name],
            _ => [],
        };
    }

    private static bool IsNull(Expr expression) => expression is Expr.Literal { Value: LiteralValue.Null };
}
