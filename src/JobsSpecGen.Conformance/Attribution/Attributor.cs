using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Attribution;

/// <summary>Turns a deviation into the one clause that it violates.</summary>
internal sealed class Attributor
{
    private readonly SuiteModel _model;
    private readonly Clauses _clauses;
    private readonly AnswerAttribution _answers;
    private readonly IReadOnlySet<string> _blank;

    /// <param name="model">The suite.</param>
    /// <param name="isForeign">Whether a text is a name that another case of this run uses.</param>
    /// <param name="blank">The read-only operations that answered right before the run had done anything.</param>
    public Attributor(SuiteModel model, Func<string, bool> isForeign, IReadOnlySet<string> blank)
    {
        _blank = blank;
        _model = model;
        _clauses = new(model);
        _answers = new(model, _clauses, isForeign);
    }

    /// <summary>The clause and the exchange that shows its violation; a null clause where none can be named.</summary>
    public (string? Clause, Exchange Shown) Attribute(Evidence evidence)
    {
        if (_model.Spec.IsolationClause is { } isolation
            && evidence.Step.All.FirstOrDefault(e => e.Deviates && _answers.ShowsForeign(evidence, e)) is { } foreign)
        {
            return (isolation, foreign);
        }

        if (IsTouched(evidence) && _model.Spec.IsolationClause is { } touched)
        {
            return (touched, evidence.Call);
        }

        if (evidence.Call is { IsObservation: false, Actual: CallOutcome.Answered, Expected.Refusal: null }
            && evidence.Call.Deviations.All(d => ObservedFields.SourceOf(_model.Decider(evidence.Call.Expected), d.Pattern)?.Field is null)
            && evidence.Step.Observations.FirstOrDefault(p => StillThere(evidence.Call, p) is not null) is { } shows)
        {
            return (StillThere(evidence.Call, shows), shows);
        }

        if (evidence.Call.Deviates)
        {
            return (Outcome(evidence, evidence.Call), evidence.Call);
        }

        var wrong = evidence.Step.Observations.Where(p => p.Deviates).ToList();
        return (Probed(evidence, wrong, out var shown), shown);
    }

    /// <summary>The clause of a removal that left the row where it was, so that a list has more rows than it should.</summary>
    private string? StillThere(Exchange call, Exchange observation)
    {
        var collections = observation.Deviations
            .Where(d => d.Kind == DeviationKind.Count
                && Values.At(observation.Expected.Response ?? SpecValue.Absent, d.Path) is SpecValue.Sequence expected
                && observation.Actual is CallOutcome.Answered { Response: var answer }
                && Values.At(answer, d.Path) is SpecValue.Sequence actual
                && actual.Items.Count > expected.Items.Count)
            .SelectMany(d => _model.Decider(observation.Expected)?.Members.Where(m => m.Field is not null && m.Path.StartsWith(d.Pattern + "[]", StringComparison.Ordinal)).Select(m => m.Field!.Split('.')[0]) ?? [])
            .ToHashSet();
        return _clauses.Effects(call).FirstOrDefault(p => p.Kind == PointKind.Removed && p.Fields.Any(collections.Contains))?.Clause;
    }

    /// <summary>
    /// True when a partition on which nothing has happened answers otherwise than one did at the very start. Whether its name
    /// is a valid one is not a matter of what happened.
    /// </summary>
    private bool IsTouched(Evidence evidence) =>
        evidence.Call is { IsObservation: true, Deviates: true } look
        && evidence.Earlier.All(r => r.Exchange.IsObservation)
        && _blank.Contains(look.Call.Operation)
        && look.Expected.Refusal is not { Violations.Count: > 0 }
        && (look.Actual as CallOutcome.Refused)?.Error != _model.Spec.InvalidInputError
        && look.Deviations[0].Kind is not (DeviationKind.Broke or DeviationKind.Constraint);

    /// <summary>The outcome of a call is wrong in itself.</summary>
    private string? Outcome(Evidence evidence, Exchange exchange)
    {
        var first = exchange.Deviations[0];
        return first.Kind switch
        {
            DeviationKind.Constraint => first.Clause,
            DeviationKind.UnexpectedAnswer or DeviationKind.WrongError => _clauses.Refusal(exchange),
            DeviationKind.Broke => exchange.Expected.Refusal is null ? _clauses.Answer(exchange) : _clauses.Refusal(exchange),
            DeviationKind.UnexpectedRefusal => Overzealous(evidence, exchange),
            _ => _answers.Clause(evidence, exchange),
        };
    }

    /// <summary>Refused although the oracle accepts: the rule with that error was applied where it does not apply.</summary>
    private string? Overzealous(Evidence evidence, Exchange exchange)
    {
        var error = ((CallOutcome.Refused)exchange.Actual).Error;
        if (error == _model.Spec.InvalidInputError && evidence.Case is { Planned.Kind: CaseKind.Boundary, Script: CaseScript.Boundary { Inside: true } })
        {
            return evidence.Case.Planned.Clause;
        }

        if (_model.Decider(exchange.Expected) is { Kind: PointKind.AnsweredInstead, Clause: { } instead })
        {
            return instead;
        }

        var rules = _model.Spec.Points
            .Where(p => p.Operation == exchange.Call.Operation && p.Kind == PointKind.Refused && p.Clause is not null)
            .ToList();
        if (rules.FirstOrDefault(p => p.Error == error && Move(p) is not null) is { } illegal)
        {
            return Move(illegal)!.Clause;
        }

        var passed = _model.Points(exchange.Expected).Select(p => p.Line).DefaultIfEmpty(int.MaxValue).Max();
        return (rules.FirstOrDefault(p => p.Error == error && p.Line <= passed)
            ?? rules.FirstOrDefault(p => p.Error == error)
            ?? rules.FirstOrDefault(p => p.Accepts.Contains(error)))?.Clause
            ?? _clauses.Answer(exchange);
    }

    /// <summary>Where the rule that refused is that of illegal moves: the move of the same transition.</summary>
    private PointInfo? Move(PointInfo refusal) =>
        refusal.Index + 1 < _model.Spec.Points.Count && _model.Point(refusal.Index + 1) is { Kind: PointKind.Wrote, Clause: not null } next
            && next.Operation == refusal.Operation && next.Fields.Any(_model.IsLifecycle)
            ? next
            : null;

    /// <summary>The call's outcome is right, but what it left behind is not.</summary>
    private string? Probed(Evidence evidence, IReadOnlyList<Exchange> wrong, out Exchange shown)
    {
        var call = evidence.Call;
        shown = wrong[0];
        if (wrong.FirstOrDefault(p => p.Deviations[0].Kind == DeviationKind.Constraint) is { } broken)
        {
            shown = broken;
            return broken.Deviations[0].Clause;
        }

        var partition = _model.PartitionOf(call.Call);
        if (wrong.FirstOrDefault(p => !_model.PartitionOf(p.Call).Equals(partition)) is { } other && _model.Spec.IsolationClause is { } isolation)
        {
            shown = other;
            return isolation;
        }

        if (call.Expected.Refusal is not null)
        {
            return _clauses.Refusal(call);
        }

        if (_model.Operation(call.Call.Operation).IsReadOnly)
        {
            return _clauses.Answer(call);
        }

        // What should be gone is still told about: the refusal that presupposes it came instead of the one for what is not there.
        if (_clauses.Effects(call).FirstOrDefault(p => p.Kind == PointKind.Removed) is { } removed && wrong.All(p => p.Deviations[0].Kind == DeviationKind.WrongError))
        {
            return removed.Clause;
        }

        return IsEffectMissing(evidence, wrong) ? MissingEffect(evidence, wrong) : Outcome(evidence, wrong[0]);
    }

    /// <summary>True when everything that should look different looks as before.</summary>
    private static bool IsEffectMissing(Evidence evidence, IReadOnlyList<Exchange> wrong) =>
        wrong.All(p => p.MatchesBefore)
        && evidence.Step.Observations.All(p => !p.ShouldDiffer || p.MatchesBefore);

    private string? MissingEffect(Evidence evidence, IReadOnlyList<Exchange> wrong)
    {
        // Where only fields of one effect are old, it is that effect; where all are, it is the call's main one.
        var effects = _clauses.Effects(evidence.Call).Select(p => p.Clause).ToHashSet();
        var named = wrong.All(p => p.Deviations.All(d => d.Path.Length > 0))
            ? wrong.SelectMany(p => p.Deviations.Select(d => _answers.Clause(evidence, p with { Deviations = [d] }))).Distinct().ToList()
            : [];
        return named is [{ } only] && effects.Contains(only) ? only : _clauses.MainEffect(evidence.Call);
    }
}
