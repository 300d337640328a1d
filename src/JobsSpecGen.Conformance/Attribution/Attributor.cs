using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Attribution;

/// <summary>Attributes a deviation to the one clause that it violates.</summary>
internal sealed class Attributor
{
    private readonly SuiteModel _model;
    private readonly Clauses _clauses;
    private readonly AnswerAttribution _answers;
    private readonly IReadOnlySet<string> _conformingReads;

    /// <param name="model">The model of the suite.</param>
    /// <param name="isForeign">Whether this run has issued a text as a name.</param>
    /// <param name="conformingReads">The read-only operations whose responses conformed on an unused partition at the start of the run.</param>
    public Attributor(SuiteModel model, Func<string, bool> isForeign, IReadOnlySet<string> conformingReads)
    {
        _conformingReads = conformingReads;
        _model = model;
        _clauses = new(model);
        _answers = new(model, _clauses, isForeign);
    }

    /// <summary>The violated clause and the exchange that shows the violation. The clause is null where none can be determined.</summary>
    public (string? Clause, Exchange Shown) Attribute(Evidence evidence)
    {
        if (_model.Spec.IsolationClause is { } isolation
            && evidence.Step.All.FirstOrDefault(e => e.Deviates && _answers.ShowsForeignName(evidence, e)) is { } foreign)
        {
            return (isolation, foreign);
        }

        if (IsUnusedPartitionChanged(evidence) && _model.Spec.IsolationClause is { } leaking)
        {
            return (leaking, evidence.Call);
        }

        if (evidence.Call is { IsObservation: false, Actual: CallOutcome.Answered, Expected.Refusal: null }
            && evidence.Call.Deviations.All(d => ObservedFields.SourceOf(_model.Decider(evidence.Call.Expected), d.Pattern)?.Field is null)
            && evidence.Step.Observations.FirstOrDefault(p => MissingRemoval(evidence.Call, p) is not null) is { } observation)
        {
            return (MissingRemoval(evidence.Call, observation), observation);
        }

        if (evidence.Call.Deviates)
        {
            return (OutcomeClause(evidence, evidence.Call), evidence.Call);
        }

        var deviating = evidence.Step.Observations.Where(p => p.Deviates).ToList();
        return (ObservationClause(evidence, deviating, out var shown), shown);
    }

    /// <summary>The clause of a removal that had no effect, so that a list has more rows than expected.</summary>
    private string? MissingRemoval(Exchange call, Exchange observation)
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
    /// True when an unused partition gives another response than an unused partition gave at the start of the run. A refusal of the
    /// partition's name as invalid does not count, because it does not depend on earlier calls.
    /// </summary>
    private bool IsUnusedPartitionChanged(Evidence evidence) =>
        evidence.Call is { IsObservation: true, Deviates: true } observation
        && evidence.Earlier.All(r => r.Exchange.IsObservation)
        && _conformingReads.Contains(observation.Call.Operation)
        && observation.Expected.Refusal is not { Violations.Count: > 0 }
        && (observation.Actual as CallOutcome.Refused)?.Error != _model.Spec.InvalidInputError
        && observation.Deviations[0].Kind is not (DeviationKind.Broke or DeviationKind.Constraint);

    /// <summary>The clause for a call whose own outcome deviates.</summary>
    private string? OutcomeClause(Evidence evidence, Exchange exchange)
    {
        var first = exchange.Deviations[0];
        return first.Kind switch
        {
            DeviationKind.Constraint => first.Clause,
            DeviationKind.UnexpectedAnswer or DeviationKind.WrongError => _clauses.Refusal(exchange),
            DeviationKind.Broke => exchange.Expected.Refusal is null ? _clauses.Answer(exchange) : _clauses.Refusal(exchange),
            DeviationKind.UnexpectedRefusal => UnexpectedRefusalClause(evidence, exchange),
            _ => _answers.Clause(evidence, exchange),
        };
    }

    /// <summary>The clause for a refusal that the oracle does not give: the rule that refuses with this error was applied where it does not apply.</summary>
    private string? UnexpectedRefusalClause(Evidence evidence, Exchange exchange)
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
        if (rules.FirstOrDefault(p => p.Error == error && TransitionOf(p) is not null) is { } illegal)
        {
            return TransitionOf(illegal)!.Clause;
        }

        var passed = _model.Points(exchange.Expected).Select(p => p.Line).DefaultIfEmpty(int.MaxValue).Max();
        return (rules.FirstOrDefault(p => p.Error == error && p.Line <= passed)
            ?? rules.FirstOrDefault(p => p.Error == error)
            ?? rules.FirstOrDefault(p => p.Accepts.Contains(error)))?.Clause
            ?? _clauses.Answer(exchange);
    }

    /// <summary>The write of a transition, where the point is the refusal of illegal transitions that precedes it.</summary>
    private PointInfo? TransitionOf(PointInfo refusal) =>
        refusal.Index + 1 < _model.Spec.Points.Count && _model.Point(refusal.Index + 1) is { Kind: PointKind.Wrote, Clause: not null } next
            && next.Operation == refusal.Operation && next.Fields.Any(_model.IsLifecycle)
            ? next
            : null;

    /// <summary>The clause for a call whose outcome conforms but after which observations deviate.</summary>
    private string? ObservationClause(Evidence evidence, IReadOnlyList<Exchange> deviating, out Exchange shown)
    {
        var call = evidence.Call;
        shown = deviating[0];
        if (deviating.FirstOrDefault(p => p.Deviations[0].Kind == DeviationKind.Constraint) is { } broken)
        {
            shown = broken;
            return broken.Deviations[0].Clause;
        }

        var partition = _model.PartitionOf(call.Call);
        if (deviating.FirstOrDefault(p => !_model.PartitionOf(p.Call).Equals(partition)) is { } other && _model.Spec.IsolationClause is { } isolation)
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

        // The row should have been removed but still exists: an error that presupposes the row came in place of the error for an unknown row.
        if (_clauses.Effects(call).FirstOrDefault(p => p.Kind == PointKind.Removed) is { } removed && deviating.All(p => p.Deviations[0].Kind == DeviationKind.WrongError))
        {
            return removed.Clause;
        }

        return IsEffectMissing(evidence, deviating) ? MissingEffect(evidence, deviating) : OutcomeClause(evidence, deviating[0]);
    }

    /// <summary>True when every observation that should have changed still has its earlier outcome.</summary>
    private static bool IsEffectMissing(Evidence evidence, IReadOnlyList<Exchange> deviating) =>
        deviating.All(p => p.MatchesBefore)
        && evidence.Step.Observations.All(p => !p.ShouldDiffer || p.MatchesBefore);

    private string? MissingEffect(Evidence evidence, IReadOnlyList<Exchange> deviating)
    {
        // Where all unchanged fields belong to one effect, that effect is missing. Otherwise it is the main effect of the call.
        var effects = _clauses.Effects(evidence.Call).Select(p => p.Clause).ToHashSet();
        var named = deviating.All(p => p.Deviations.All(d => d.Path.Length > 0))
            ? deviating.SelectMany(p => p.Deviations.Select(d => _answers.Clause(evidence, p with { Deviations = [d] }))).Distinct().ToList()
            : [];
        return named is [{ } only] && effects.Contains(only) ? only : _clauses.MainEffect(evidence.Call);
    }
}
