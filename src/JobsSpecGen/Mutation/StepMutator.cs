using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Mutation;

/// <summary>Inserts the mutants of the steps of one operation.</summary>
internal sealed class StepMutator(SpecModel spec, OperationModel operation, MutantList mutants)
{
    private readonly ExprMutator _expressions = new(mutants);
    private readonly ScanRewriter _scans = new(spec);
    private readonly RowQueryMutator _queries = new(spec, mutants);
    private readonly EndingMutator _endings = new(spec, operation, mutants);

    public EquatableArray<Step> Mutate(IReadOnlyList<Step> steps) => steps.SelectMany((step, i) => Mutate(step, steps.Skip(i + 1))).ToEquatableArray();

    private IEnumerable<Step> Mutate(Step step, IEnumerable<Step> rest) => step switch
    {
        Step.Select select => _endings.WeaveSelect(select with
        {
            RowQuery = _queries.Mutate(select.RowQuery, ClauseOf(select.FoundPoint) ?? ClauseOf(select.Otherwise), ClauseOf(select.FoundPoint)),
        }),
        Step.SelectAll all => [all with { RowQuery = _queries.Mutate(all.RowQuery, ClauseOf(all.ListedPoint), ClauseOf(all.ListedPoint)) }],
        Step.Require require => _endings.WeaveRequire(require with { Condition = Guard(require) }),
        Step.When branch => [WeaveWhen(branch, rest)],
        Step.ForEach each => WeaveForEach(each),
        Step.Return end => [end with { Answer = _endings.Mutate(end.Answer) }],
        Step.Transition move => new TransitionMutator(spec, mutants, _endings).Mutate(move),
        _ => new WriteMutator(spec, mutants).Mutate(step),
    };

    private Expr Guard(Step.Require require)
    {
        var condition = _scans.Rewrite(require.Condition);

        // A guard that always holds is a missing guard; one that never holds rejects everything.
        return require.Otherwise.Clause is { } clause ? _expressions.Condition(condition, clause) : condition;
    }

    private Step.When WeaveWhen(Step.When branch, IEnumerable<Step> rest)
    {
        var condition = _scans.Rewrite(branch.Condition);
        return new Step.When(
            Guarded(branch, rest) is { } clauses ? _expressions.Condition(condition, clauses) : condition,
            Mutate(branch.Then),
            Mutate(branch.Else));
    }

    private GuardedClauses? Guarded(Step.When branch, IEnumerable<Step> rest)
    {
        // If a branch ends the operation and has no alternative, the following steps are the alternative.
        var isEnd = branch.Else.Count == 0 && branch.Then.LastOrDefault() is Step.Return;
        return (WeightiestClause(branch.Then), WeightiestClause(isEnd ? rest : branch.Else)) switch
        {
            ({ } then, { } otherwise) => new GuardedClauses(then, otherwise, IsMust(then) || !IsMust(otherwise) ? then : otherwise),
            ({ } then, null) => (GuardedClauses)then,
            (null, { } otherwise) => (GuardedClauses)otherwise,
            _ => default(GuardedClauses?),
        };
    }

    private IEnumerable<Step> WeaveForEach(Step.ForEach each)
    {
        var clause = FirstClause(each.Do);
        var mutated = each with { RowQuery = _queries.Mutate(each.RowQuery, clause, null), Do = Mutate(each.Do) };
        return clause is null
            ? [mutated]
            : [new Step.When(new Expr.Not(mutants.Add(clause, "effect dropped", "for none of the rows")), new Step[] { mutated }.ToEquatableArray(), default)];
    }

    private string? FirstClause(IEnumerable<Step> steps) => Clauses(steps).FirstOrDefault();

    private string? WeightiestClause(IEnumerable<Step> steps) => Clauses(steps).OrderByDescending(IsMust).FirstOrDefault();

    private bool IsMust(string clause) => spec.Clauses.First(c => c.Id == clause).IsMust;

    private IEnumerable<string> Clauses(IEnumerable<Step> steps) => steps.SelectMany(step => step switch
    {
        Step.When branch => Clauses(branch.Then).Concat(Clauses(branch.Else)),
        Step.ForEach each => Clauses(each.Do),
        _ => Clause(step) is { } clause ? [clause] : Enumerable.Empty<string>(),
    });

    private string? Clause(Step step) => step switch
    {
        Step.Set set => ClauseOf(set.WrotePoint),
        Step.Keep keep => ClauseOf(keep.KeptPoint),
        Step.Transition move => ClauseOf(move.WrotePoint),
        Step.Create create => ClauseOf(create.CreatedPoint),
        Step.Remove remove => ClauseOf(remove.RemovedPoint),
        Step.Select select => ClauseOf(select.FoundPoint) ?? ClauseOf(select.Otherwise),
        Step.Require require => require.Otherwise.Clause,
        Step.Return end => ClauseOf(end.Answer.Point),
        _ => null,
    };

    private string? ClauseOf(int? point) => point is { } number ? spec.Points[number].Clause : null;

    private string? ClauseOf(Ending ending) => ending is Ending.Refusal refusal ? refusal.Clause : ClauseOf(((Ending.Answer)ending).Point);
}
