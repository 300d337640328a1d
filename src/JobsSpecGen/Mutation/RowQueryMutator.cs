using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Mutation;

/// <summary>Inserts the mutants of queries: conditions changed, keys of the order reversed or left out.</summary>
internal sealed class RowQueryMutator(SpecModel spec, MutantList mutants)
{
    private readonly ExprMutator _expressions = new(mutants);
    private readonly ScanRewriter _scans = new(spec);

    /// <param name="query">The query.</param>
    /// <param name="whereClause">The clause of the condition; null if there is none, so that its mutants would break no clause.</param>
    /// <param name="orderClause">The clause of the order; null likewise.</param>
    public RowQuery Mutate(RowQuery query, string? whereClause, string? orderClause)
    {
        var scanned = _scans.Rewrite(query);
        var scan = scanned.Scan!;
        var where = scan.Where is { } condition && whereClause is not null ? _expressions.Condition(condition, whereClause, ExprMutator.Impossible, ExprMutator.Negated) : scan.Where;
        var order = orderClause is null ? scan.Order : Mutate(scan.Order, orderClause);
        return scanned with { Scan = new Scan(where, order) };
    }

    private EquatableArray<OrderKey> Mutate(EquatableArray<OrderKey> order, string clause)
    {
        var mutated = order.Select(key => Mutate(key, clause)).ToEquatableArray();
        if (order.Count < 2 || !order.All(key => Reversed(key) is not null))
        {
            return mutated;
        }

        // With one key this equals the reversed order.
        var last = mutants.Add(clause, "selection reversed", "the last one instead of the first");
        return mutated.Zip(order, (key, plain) => key with { Key = ExprMutator.If(last, Reversed(plain)!, key.Key) }).ToEquatableArray();
    }

    private OrderKey Mutate(OrderKey key, string clause)
    {
        if (Reversed(key) is not { } reversed)
        {
            return key;
        }

        var words = ExprNotation.Of(key.Key);
        var none = key.Key.Type.Kind == ShapeKind.Boolean ? ExprMutator.True : Zero;
        return key with
        {
            Key = ExprMutator.If(mutants.Add(clause, "order reversed", $"by {words} the other way round"), reversed,
                ExprMutator.If(mutants.Add(clause, "order dropped", $"not by {words}"), none, key.Key)),
        };
    }

    /// <summary>The key in the opposite order; null if it cannot be constructed.</summary>
    private static Expr? Reversed(OrderKey key) => key.Key.Type switch
    {
        { Nullable: true } => null,
        { Kind: ShapeKind.Boolean } => new Expr.Not(key.Key),
        { IsNumber: true } => new Expr.Binary(BinaryOperator.Subtract, Zero, key.Key, ExprType.Integer),
        _ => null,
    };

    private static Expr Zero { get; } = new Expr.Literal(new LiteralValue.Integer(0), ExprType.Integer);
}
