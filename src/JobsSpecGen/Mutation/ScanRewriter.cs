using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Mutation;

/// <summary>Rewrites queries along an index as a condition and an order over all rows, so that every part of them can be mutated.</summary>
internal sealed class ScanRewriter(SpecModel spec)
{
    public RowQuery Rewrite(RowQuery query)
    {
        var collection = spec.Collections.First(c => c.Name == query.Collection);
        var path = collection.AccessPaths.First(p => p.Number == query.Path);
        var equal = path.EqualFields.Select((name, i) =>
        {
            var member = collection.Fields.First(field => field.Name == name);
            Expr field = new Expr.Field(query.Row, member, query.Arguments[i].Type);
            return (Expr)new Expr.Binary(BinaryOperator.Equal, field, Rewrite(query.Arguments[i]), ExprType.Boolean);
        });
        var filter = path.Filter is null ? [] : new[] { ExprRows.RenameRow(path.Filter, AccessPath.Row, query.Row) };
        var residual = query.Residual is null ? [] : new[] { Rewrite(query.Residual) };
        var where = equal.Concat(filter).Concat(residual)
            .Aggregate((Expr?)null, (all, next) => all is null ? next : new Expr.Binary(BinaryOperator.And, all, next, ExprType.Boolean));
        var order = path.Order.Select(key => key with { Key = ExprRows.RenameRow(key.Key, AccessPath.Row, query.Row) });
        return query with { Scan = new Scan(where, order.ToEquatableArray()) };
    }

    /// <summary>Returns the expression with the queries of its aggregates rewritten.</summary>
    public Expr Rewrite(Expr expression) => expression switch
    {
        Expr.Aggregate aggregate => aggregate with { RowQuery = Rewrite(aggregate.RowQuery) },
        Expr.Not not => new Expr.Not(Rewrite(not.Operand)),
        Expr.Binary binary => binary with { Left = Rewrite(binary.Left), Right = Rewrite(binary.Right) },
        Expr.In isIn => isIn with { Operand = Rewrite(isIn.Operand), Values = isIn.Values.Select(Rewrite).ToEquatableArray() },
        Expr.Call call => call with { Arguments = call.Arguments.Select(Rewrite).ToEquatableArray() },
        Expr.Narrowed narrowed => narrowed with { Operand = Rewrite(narrowed.Operand) },
        _ => expression,
    };
}
