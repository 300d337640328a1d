using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Model;

namespace JobsSpecGen.Binding.Expressions;

/// <summary>Splits a condition on rows into the part that an index answers and the residual that is tested row by row.</summary>
internal static class RowQueryBinder
{
    public static RowQuery Bind(CollectionModel collection, string row, Expr? where, IEnumerable<OrderKey> order, AccessPathSet paths)
    {
        var equalFields = new List<string>();
        var arguments = new List<Expr>();
        var filters = new List<Expr>();
        var residuals = new List<Expr>();
        foreach (var conjunct in ExprFacts.Conjuncts(where))
        {
            if (TryReadEquality(conjunct, row) is var (field, argument) && !equalFields.Contains(field))
            {
                equalFields.Add(field);
                arguments.Add(argument);
            }
            else if (ExprFacts.DependsOnlyOn(conjunct, row))
            {
                filters.Add(ExprRows.RenameRow(conjunct, row, AccessPath.Row));
            }
            else
            {
                residuals.Add(conjunct);
            }
        }

        var keys = order.Select(key => key with { Key = ExprRows.RenameRow(key.Key, row, AccessPath.Row) });
        var number = paths.Add(collection.Name, equalFields.ToEquatableArray(), ExprFacts.Conjoin(filters), keys.ToEquatableArray());
        return new RowQuery(collection.Name, number, row, arguments.ToEquatableArray(), ExprFacts.Conjoin(residuals));
    }

    /// <summary>Matches <c>row.field == value</c>, in either order, where both sides are never absent.</summary>
    private static (string Field, Expr Argument)? TryReadEquality(Expr conjunct, string row)
    {
        if (conjunct is not Expr.Binary { Operator: BinaryOperator.Equal } equality)
        {
            return null;
        }

        foreach (var (side, other) in new[] { (equality.Left, equality.Right), (equality.Right, equality.Left) })
        {
            if (side is Expr.Field field && field.Variable == row && !field.Type.Nullable && !other.Type.Nullable
                && other is not Expr.Literal && !ExprFacts.Mentions(other, row))
            {
                return (field.Member.Name, other);
            }
        }

        return null;
    }
}
