using System.Linq;
using JobsSpecGen.Emission.Behaviour;
using JobsSpecGen.Model;

namespace JobsSpecGen.Mutation;

/// <summary>Weaves mutants into the choice of rows: conditions changed, keys of the order reversed or left out.</summary>
internal sealed class ReadingWeaver(SpecModel spec, MutantList mutants)
{
    private readonly ExprWeaver _expressions = new(mutants);
    private readonly ScanRewriter _scans = new(spec);

    /// <param name="reading">The reading.</param>
    /// <param name="whereClause">The clause that the condition belongs to; null: nobody could say what its mutants break.</param>
    /// <param name="orderClause">The clause that the order belongs to; null likewise.</param>
    public Reading Weave(Reading reading, string? whereClause, string? orderClause)
    {
        var scanned = _scans.Rewrite(reading);
        var scan = scanned.Scan!;
        var where = scan.Where is { } condition && whereClause is not null ? _expressions.Condition(condition, whereClause, "never", "negated") : scan.Where;
        var order = orderClause is null ? scan.Order : scan.Order.Select(key => Weave(key, orderClause)).ToEquatableArray();
        return scanned with { Scan = new Scan(where, order) };
    }

    private OrderKey Weave(OrderKey key, string clause)
    {
        var words = ExprWords.Of(key.Key);
        return key.Key.Type switch
        {
            { Nullable: true } => key,
            { Kind: ShapeKind.Boolean } => key with
            {
                Key = ExprWeaver.If(mutants.Add(clause, "order reversed", $"by {words} the other way round"), new Expr.Not(key.Key),
                    ExprWeaver.If(mutants.Add(clause, "order dropped", $"not by {words}"), ExprWeaver.True, key.Key)),
            },
            { IsNumber: true } => key with
            {
                Key = ExprWeaver.If(mutants.Add(clause, "order reversed", $"by {words} the other way round"), new Expr.Binary(BinaryOperator.Subtract, Zero, key.Key, ExprType.Integer),
                    ExprWeaver.If(mutants.Add(clause, "order dropped", $"not by {words}"), Zero, key.Key)),
            },
            _ => key,
        };
    }

    private static Expr Zero { get; } = new Expr.Literal(new LiteralValue.Integer(0), ExprType.Integer);
}
