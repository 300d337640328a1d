using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Mutation;

/// <summary>Inserts the mutants of a transition: each entry of the table removed, each missing entry added, the new status not stored.</summary>
internal sealed class TransitionMutator(SpecModel spec, MutantList mutants, EndingMutator endings)
{
    public IEnumerable<Step> Mutate(Step.Transition move)
    {
        var clause = move.WrotePoint is { } point ? spec.Points[point].Clause : null;
        var guard = move.Otherwise?.Clause;
        var mutated = clause is null ? move : move with { Stored = Stored(move, clause) };
        if (move.Otherwise is null || guard is null)
        {
            yield return mutated;
            yield break;
        }

        var (refusal, other) = endings.Mutate(move.Otherwise, mayBeLate: true);
        mutated = mutated with { Otherwise = refusal };
        foreach (var removed in Removed(move, clause ?? guard))
        {
            yield return new Step.Require(new Expr.Not(removed), move.Otherwise, IsReliedOn: false);
        }

        Step guarded = other is var (mutant, swapped) ? EndingMutator.Either(mutant, mutated with { Otherwise = swapped }, mutated) : mutated;
        var set = new Step.Set(move.Target, new[] { new Assignment(move.Field, move.To) }.ToEquatableArray(), null);
        yield return Added(move, guard).Aggregate((Expr?)null, Or) is { } added ? EndingMutator.Either(added, set, guarded) : guarded;
    }

    private Expr Stored(Step.Transition move, string clause) =>
        ExprMutator.If(mutants.Add(clause, "effect dropped", $"{move.Field.Name} stays as it is"), Current(move), move.To);

    private IEnumerable<Expr> Removed(Step.Transition move, string clause) =>
        Lifecycle(move).Transitions
            .Where(line => line.By == move.By && CanBe(move.To, line.To))
            .Select(line => Playing(move, line.From, line.To, mutants.Add(clause, "transition refused", $"{line.From} to {line.To} is refused")));

    private IEnumerable<Expr> Added(Step.Transition move, string clause)
    {
        var lifecycle = Lifecycle(move);
        var allowed = lifecycle.Transitions.Where(line => line.By == move.By).ToArray();
        var values = spec.Shapes.First(shape => shape.Name == lifecycle.Shape).Values.Select(value => value.WireName).ToArray();
        return values.SelectMany(from => allowed.Select(line => line.To).Distinct().Select(to => (From: from, To: to)))
            .Where(pair => CanBe(move.To, pair.To) && !allowed.Any(line => line.From == pair.From && line.To == pair.To))
            .Select(pair => Playing(move, pair.From, pair.To, mutants.Add(clause, "transition let through", $"{pair.From} to {pair.To} is accepted")));
    }

    private Expr Playing(Step.Transition move, string from, string to, Expr.IsMutant mutant) =>
        And(And(mutant, Is(Current(move), from)), Is(move.To, to));

    private LifecycleModel Lifecycle(Step.Transition move) => spec.Lifecycles.First(lifecycle => lifecycle.Name == move.Lifecycle);

    private static Expr Current(Step.Transition move) => new Expr.Field(move.Target.Variable, move.Field, move.To.Type);

    private static bool CanBe(Expr value, string wireName) => value is not Expr.Literal { Value: LiteralValue.Enumerated fixedValue } || fixedValue.WireName == wireName;

    private static Expr Is(Expr value, string wireName) =>
        value is Expr.Literal ? ExprMutator.True : new Expr.In(value, new Expr[] { new Expr.Literal(new LiteralValue.Enumerated(value.Type.Shape!, wireName), value.Type) }.ToEquatableArray());

    private static Expr And(Expr left, Expr right) => new Expr.Binary(BinaryOperator.And, left, right, ExprType.Boolean);

    private static Expr Or(Expr? left, Expr right) => left is null ? right : new Expr.Binary(BinaryOperator.Or, left, right, ExprType.Boolean);
}
