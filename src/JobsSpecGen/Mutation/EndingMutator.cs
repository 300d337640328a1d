using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Mutation;

/// <summary>Inserts the mutants of how operations end: another error, an error without its data, an error instead of a response, a rejection that comes too late.</summary>
internal sealed class EndingMutator(SpecModel spec, OperationModel operation, MutantList mutants)
{
    private readonly ResponseMutator _answers = new(spec, mutants, new ScanRewriter(spec));

    public Ending.Answer Mutate(Ending.Answer answer) =>
        answer.Point is { } point && spec.Points[point].Clause is { } clause
            ? answer with { Members = _answers.Mutate(answer.Members, clause) }
            : answer;

    public IEnumerable<Step> WeaveRequire(Step.Require require)
    {
        var (refusal, other) = Mutate(require.Otherwise, mayBeLate: !require.IsReliedOn);
        Step mutated = require with { Otherwise = refusal };
        return other is var (mutant, swapped) ? [Either(mutant, require with { Otherwise = swapped }, mutated)] : [mutated];
    }

    public IEnumerable<Step> WeaveSelect(Step.Select select)
    {
        if (select.Otherwise is Ending.Refusal refused)
        {
            var (refusal, other) = Mutate(refused, mayBeLate: false);
            Step mutated = select with { Otherwise = refusal };
            return other is var (mutant, swapped) ? [Either(mutant, select with { Otherwise = swapped }, mutated)] : [mutated];
        }

        var answer = (Ending.Answer)select.Otherwise;
        var clause = answer.Point is { } point ? spec.Points[point].Clause : null;
        Step whole = select with { Otherwise = Mutate(answer) };
        if (clause is null || Other(spec.Points[answer.Point!.Value].Accepts) is not { } error)
        {
            return [whole];
        }

        var isRefused = mutants.Add(clause, "error for an answer", $"{error.Name} instead of an answer");
        return [Either(isRefused, select with { Otherwise = new Ending.Refusal(error.Name, clause, default, answer.Point!.Value) }, whole)];
    }

    /// <summary>The rejection with the mutants of its data and of its time, and the same rejection with another error.</summary>
    public (Ending.Refusal Mutated, (Expr.IsMutant, Ending.Refusal)? Swapped) Mutate(Ending.Refusal refusal, bool mayBeLate)
    {
        if (refusal.Clause is not { } clause)
        {
            return (refusal, null);
        }

        var mutated = refusal with { Data = _answers.Mutate(refusal.Data, clause) };
        if (mayBeLate && !operation.IsReadOnly)
        {
            mutated = mutated with { LateMutant = mutants.Add(clause, "effect before the check", "the request is refused after the changes were stored").Number };
        }

        var other = Other(spec.Points[refusal.Point].Accepts.Append(refusal.Error));
        return other is null
            ? (mutated, null)
            : (mutated, (mutants.Add(clause, "error swapped", $"{other.Name} instead of {refusal.Error}"), refusal with { Error = other.Name, Data = default }));
    }

    public static Step Either(Expr condition, Step then, Step otherwise) =>
        new Step.When(condition, new[] { then }.ToEquatableArray(), new[] { otherwise }.ToEquatableArray());

    /// <summary>Another error of the operation that needs no data.</summary>
    private ErrorModel? Other(IEnumerable<string> right) =>
        operation.Errors
            .Except(right)
            .Select(name => spec.Errors.First(error => error.Name == name))
            .FirstOrDefault(error => !error.RejectsInput && error.Members.All(member => !member.Required));
}
