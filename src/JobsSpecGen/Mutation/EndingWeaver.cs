using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Mutation;

/// <summary>Inserts the mutants of how operations end: another error, an error without its data, an error instead of a response, a rejection that comes too late.</summary>
internal sealed class EndingWeaver(SpecModel spec, OperationModel operation, MutantList mutants)
{
    private readonly AnswerWeaver _answers = new(spec, mutants, new ScanRewriter(spec));

    public Ending.Answer Weave(Ending.Answer answer) =>
        answer.Point is { } point && spec.Points[point].Clause is { } clause
            ? answer with { Members = _answers.Weave(answer.Members, clause) }
            : answer;

    public IEnumerable<Step> WeaveRequire(Step.Require require)
    {
        var (refusal, other) = Weave(require.Otherwise, mayBeLate: !require.IsRelied);
        Step woven = require with { Otherwise = refusal };
        return other is var (mutant, swapped) ? [Either(mutant, require with { Otherwise = swapped }, woven)] : [woven];
    }

    public IEnumerable<Step> WeaveSelect(Step.Select select)
    {
        if (select.Otherwise is Ending.Refusal refused)
        {
            var (refusal, other) = Weave(refused, mayBeLate: false);
            Step woven = select with { Otherwise = refusal };
            return other is var (mutant, swapped) ? [Either(mutant, select with { Otherwise = swapped }, woven)] : [woven];
        }

        var answer = (Ending.Answer)select.Otherwise;
        var clause = answer.Point is { } point ? spec.Points[point].Clause : null;
        Step whole = select with { Otherwise = Weave(answer) };
        if (clause is null || Other(spec.Points[answer.Point!.Value].Accepts) is not { } error)
        {
            return [whole];
        }

        var isRefused = mutants.Add(clause, "error for an answer", $"{error.Name} instead of an answer");
        return [Either(isRefused, select with { Otherwise = new Ending.Refusal(error.Name, clause, default, answer.Point!.Value) }, whole)];
    }

    /// <summary>The rejection with the mutants of its data and of its time, and the same rejection with another error.</summary>
    public (Ending.Refusal Woven, (Expr.IsMutant, Ending.Refusal)? Swapped) Weave(Ending.Refusal refusal, bool mayBeLate)
    {
        if (refusal.Clause is not { } clause)
        {
            return (refusal, null);
        }

        var woven = refusal with { Data = _answers.Weave(refusal.Data, clause) };
        if (mayBeLate && !operation.IsReadOnly)
        {
            woven = woven with { LateMutant = mutants.Add(clause, "effect before the check", "the request is refused after the changes were stored").Number };
        }

        var other = Other(spec.Points[refusal.Point].Accepts.Append(refusal.Error));
        return other is null
            ? (woven, null)
            : (woven, (mutants.Add(clause, "error swapped", $"{other.Name} instead of {refusal.Error}"), refusal with { Error = other.Name, Data = default }));
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
