using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Binding.Expressions;

/// <summary>Properties of bound expressions.</summary>
internal static class ExprFacts
{
    /// <summary>The expression and all its parts.</summary>
    public static IEnumerable<Expr> Parts(Expr expression) => Children(expression).SelectMany(Parts).Prepend(expression);

    /// <summary>Whether any part reads the state other than through a row variable.</summary>
    public static bool ReadsState(Expr? expression) => expression is not null && Parts(expression).Any(part => part is Expr.Aggregate);

    /// <summary>Whether the value is constant: the same at every time and in every state.</summary>
    public static bool IsConstant(Expr expression) =>
        Parts(expression).All(part => part is not (Expr.Now or Expr.Input or Expr.Field or Expr.PartitionValue or Expr.Aggregate));

    /// <summary>Whether the value depends only on the fields of one row.</summary>
    public static bool DependsOnlyOn(Expr expression, string row) =>
        Parts(expression).All(part => part switch
        {
            Expr.Now or Expr.Input or Expr.PartitionValue or Expr.Aggregate => false,
            Expr.Field field => field.Variable == row,
            _ => true,
        });

    public static bool Mentions(Expr expression, string row) => Parts(expression).Any(part => part is Expr.Field field && field.Variable == row);

    /// <summary>The operands of a chain of <c>&amp;&amp;</c>.</summary>
    public static IEnumerable<Expr> Conjuncts(Expr? expression) => expression switch
    {
        null => [],
        Expr.Binary { Operator: BinaryOperator.And } and => Conjuncts(and.Left).Concat(Conjuncts(and.Right)),
        _ => [expression],
    };

    public static Expr? Conjoin(IEnumerable<Expr> operands) =>
        operands.Aggregate((Expr?)null, (all, next) => all is null ? next : new Expr.Binary(BinaryOperator.And, all, next, ExprType.Boolean));

    private static IEnumerable<Expr> Children(Expr expression) => expression switch
    {
        Expr.Not not => [not.Operand],
        Expr.Binary binary => [binary.Left, binary.Right],
        Expr.In isIn => isIn.Values.Prepend(isIn.Operand),
        Expr.Call call => call.Arguments,
        Expr.Narrowed narrowed => [narrowed.Operand],
        Expr.Aggregate aggregate => aggregate.RowQuery.Arguments
            .Concat(aggregate.RowQuery.Residual is { } residual ? [residual] : [])
            .Concat(aggregate.Selector is { } selector ? [selector] : []),
        _ => [],
    };
}
