using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Mutation;

/// <summary>Inserts the mutants of queries: conditions changed, keys of the order reversed or left out.</summary>
internal sealed class ReadingWeaver(SpecModel spec, MutantList mutants)
{
    private readonly ExprWeaver _expressions = new(mutants);
    private readonly ScanRewriter _scans = new(spec);

    /// <param name="reading">The query.</param>
    /// <param name="whereClause">The clause of the condition; null if there is none, so that its mutants would break no clause.</param>
    /// <param name="orderClause">The clause of the order; null likewise.</param>
    public Reading Weave(Reading reading, string? whereClause, string? orderClause)
    {
        var scanned = _scans.Rewrite(reading);
        var scan = scanned.Scan!;
        var where = scan.Where is { } condition && whereClause is not null ? _expressions.Condition(condition, whereClause, ExprWeaver.Impossible, ExprWeaver.Negated) : scan.Where;
        var order = orderClause is null ? scan.Order : Weave(scan.Order, orderClause);
        return scanned with { Scan = new Scan(where, order) };
    }

    private EquatableArray<OrderKey> Weave(EquatableArray<OrderKey> order, string clause)
    {
        var woven = order.Select(key => Weave(key, clause)).ToEquatableArray();
        if (order.Count < 2 || !order.All(key => Reversed(key) is not null))
        {
            return woven;
        }

        // With one key this equals the reversed order.
        var last = mutants.Add(clause, "selection reversed", "the last one instead of the first");
        return woven.Zip(order, (key, plain) => key with { Key = ExprWeaver.If(last, Reversed(plain)!, key.Key) }).ToEquatableArray();
    }

    private OrderKey Weave(OrderKey key, string clause)
    {
        if (Reversed(key) is not { } reversed)
        {
            return key;
        }

        var words = ExprWords.Of(key.Key);
        var none = key.Key.Type.Kind == ShapeKind.Boolean ? ExprWeaver.True : Zero;
        return key with
        {
            Key = ExprWeaver.If(mutants.Add(clause, "order reversed", $"by {words} the other way round"), reversed,
                ExprWeaver.If(mutants.Add(clause, "order dropped", $"not by {words}"), none, key.Key)),
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
