using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Mutation;

/// <summary>Inserts the mutants of an expression: <c>mutant 7 ? changed : original</c>.</summary>
internal sealed class ExprMutator(MutantList mutants)
{
    /// <summary>The condition always holds.</summary>
    public const string Dropped = "guard dropped";

    /// <summary>The condition never holds.</summary>
    public const string Impossible = "guard impossible";

    /// <summary>The condition holds where it should fail, and the other way round.</summary>
    public const string Negated = "guard negated";

    /// <summary>Inserts the mutants of a value: a bound or increment moved by one, a default flipped.</summary>
    public Expr Value(Expr expression, string clause) =>
        Changes(expression).Where(change => change.Kind is not (Negated or Dropped or Impossible))
            .Aggregate(Scans(expression, clause), (mutated, change) => If(mutants.Add(clause, change.Kind, Detail(expression, change)), change.Changed, mutated));

    /// <summary>Inserts the mutants of a condition: those of its values, the negation, each part left out, always true and always false.</summary>
    public Expr Condition(Expr expression, GuardedClauses clauses, params string[] without)
    {
        var all = Changes(expression).Concat(
        [
            new Change(Negated, new Expr.Not(expression), Wrong.Both),
            new Change(Dropped, True, Wrong.TooOften),
            new Change(Impossible, new Expr.Not(True)),
        ]);
        return all.Where(change => !without.Contains(change.Kind)).Aggregate(Scans(expression, clauses.TooSeldom), (mutated, change) =>
        {
            var clause = change.Wrong switch { Wrong.TooOften => clauses.TooOften, Wrong.Both => clauses.Both, _ => clauses.TooSeldom };
            return If(mutants.Add(clause, change.Kind, Detail(expression, change)), change.Changed, mutated);
        });
    }

    public static Expr True { get; } = new Expr.Literal(new LiteralValue.Boolean(true), ExprType.Boolean);

    public static Expr If(Expr condition, Expr then, Expr otherwise) =>
        new Expr.Call(Function.If, new[] { condition, then, otherwise }.ToEquatableArray(), otherwise.Type with { Nullable = then.Type.Nullable || otherwise.Type.Nullable });

    private static string Detail(Expr expression, Change change) => ExprNotation.Of(expression) + change.Kind switch
    {
        Dropped => " always holds",
        Impossible => " never holds",
        Negated => " holds the other way round",
        _ => " becomes " + ExprNotation.Of(change.Changed),
    };

    /// <summary>All single changes of an expression.</summary>
    private static IEnumerable<Change> Changes(Expr expression)
    {
        foreach (var change in Own(expression))
        {
            yield return change;
        }

        switch (expression)
        {
            case Expr.Binary binary:
                foreach (var change in Changes(binary.Left))
                {
                    yield return change with { Changed = binary with { Left = change.Changed } };
                }

                foreach (var change in Changes(binary.Right))
                {
                    yield return change with { Changed = binary with { Right = change.Changed } };
                }

                break;
            case Expr.Not not:
                foreach (var change in Changes(not.Operand))
                {
                    yield return change with { Changed = new Expr.Not(change.Changed), Wrong = Wrong.TooSeldom };
                }

                break;
        }
    }

    private static IEnumerable<Change> Own(Expr expression)
    {
        switch (expression)
        {
            case Expr.Binary { Operator: BinaryOperator.And or BinaryOperator.Or } both:
                yield return new Change("part dropped", both.Left, both.Operator == BinaryOperator.And ? Wrong.TooOften : Wrong.TooSeldom);
                yield return new Change("part dropped", both.Right, both.Operator == BinaryOperator.And ? Wrong.TooOften : Wrong.TooSeldom);
                break;
            case Expr.Binary { Operator: BinaryOperator.Less or BinaryOperator.GreaterOrEqual } below:
                yield return new Change("bound moved", below with { Operator = below.Operator == BinaryOperator.Less ? BinaryOperator.LessOrEqual : BinaryOperator.Greater });
                foreach (var change in Shifted(below, BinaryOperator.Subtract))
                {
                    yield return change;
                }

                break;
            case Expr.Binary { Operator: BinaryOperator.LessOrEqual or BinaryOperator.Greater } above:
                yield return new Change("bound moved", above with { Operator = above.Operator == BinaryOperator.LessOrEqual ? BinaryOperator.Less : BinaryOperator.GreaterOrEqual });
                foreach (var change in Shifted(above, BinaryOperator.Add))
                {
                    yield return change;
                }

                break;
            case Expr.Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract, Right: Expr.Literal { Value: LiteralValue.Integer step } } sum:
                yield return new Change("step moved", sum with { Right = Number(step.Value + 1) });
                yield return new Change("step moved", sum with { Right = Number(step.Value - 1) });
                break;
            case Expr.In { Values.Count: > 1 } isIn:
                for (var i = 0; i < isIn.Values.Count; i++)
                {
                    yield return new Change("value left out", isIn with { Values = isIn.Values.Where((_, j) => j != i).ToEquatableArray() });
                }

                break;
            case Expr.Input { Member.Default: LiteralValue.Boolean value } input:
                yield return new Change("default flipped", input with { Member = input.Member with { Default = new LiteralValue.Boolean(!value.Value) } });
                break;
        }
    }

    /// <summary>The bound moved in the direction in which no change of the operator moves it.</summary>
    private static IEnumerable<Change> Shifted(Expr.Binary comparison, BinaryOperator way)
    {
        if (comparison.Right.Type is { IsNumber: true, Nullable: false })
        {
            yield return new Change("bound moved", comparison with { Right = new Expr.Binary(way, comparison.Right, Number(1), comparison.Right.Type) });
        }
    }

    /// <summary>Inserts the mutants of row conditions into the aggregates of an expression.</summary>
    private Expr Scans(Expr expression, string clause) => expression switch
    {
        Expr.Binary binary => binary with { Left = Scans(binary.Left, clause), Right = Scans(binary.Right, clause) },
        Expr.Not not => new Expr.Not(Scans(not.Operand, clause)),
        Expr.Aggregate { RowQuery.Scan: { Where: { } where } scan } aggregate =>
            aggregate with { RowQuery = aggregate.RowQuery with { Scan = scan with { Where = Condition(where, clause) } } },
        _ => expression,
    };

    private static Expr.Literal Number(long value) => new(new LiteralValue.Integer(value), ExprType.Integer);

    /// <summary>The direction in which a changed condition is wrong.</summary>
    private enum Wrong
    {
        TooSeldom,
        TooOften,
        Both,
    }

    /// <summary>A change of an expression.</summary>
    private sealed record Change(string Kind, Expr Changed, Wrong Wrong = Wrong.TooSeldom);
}
