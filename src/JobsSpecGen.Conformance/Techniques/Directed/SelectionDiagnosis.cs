using JobsSpecGen.Conformance.Attribution;
using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Directed;

/// <summary>Tells a wrong choice of a row from a wrong judgement on the row that was chosen, by trying the same with less to choose from.</summary>
internal sealed class SelectionDiagnosis(SuiteModel model, CaseRunner runner)
{
    /// <summary>
    /// Refused or answered wrongly where there was something to choose from: if the same goes well where there is
    /// nothing to choose, it is the choice that is wrong, and not the rule that judged what was chosen.
    /// </summary>
    public async Task<string?> ClauseAsync(Evidence evidence, Exchange shown, CancellationToken cancellationToken)
    {
        if (shown.Deviations[0].Kind is not (DeviationKind.UnexpectedAnswer or DeviationKind.UnexpectedRefusal or DeviationKind.WrongError)
            || Selection(shown) is not { Clause: { } chosen })
        {
            return null;
        }

        var names = evidence.Context.Names;
        var made = evidence.Earlier.Append(evidence.Step).Select(r => r.Exchange).Where(e => !e.IsObservation && !ReferenceEquals(e, shown)).Select(e => names.Original(e.Call)).ToList();
        var call = names.Original(shown.Call);
        for (var length = 1; length <= made.Count; length++)
        {
            for (var start = 0; start + length <= made.Count; start++)
            {
                var fewer = new Trace([.. made.Where((_, i) => i < start || i >= start + length)]);
                if (Outcome(fewer, call) is { } report
                    && report.Refusal?.Error == shown.Expected.Refusal?.Error
                    && Rows(report.State) < Rows(shown.Before))
                {
                    var again = await runner.ThoroughAsync(new CaseScript.OneCall(fewer, call, ObservationLevel.Full), cancellationToken).ConfigureAwait(false);
                    return again.Deviates ? null : chosen;
                }
            }
        }

        return null;
    }

    /// <summary>The last selection before what was decided.</summary>
    private PointInfo? Selection(Exchange exchange) => model.Decider(exchange.Expected) is { Kind: not PointKind.AnsweredInstead } decider
        && !(decider.Kind == PointKind.Refused && decider.Index + 1 < model.Spec.Points.Count && model.Point(decider.Index + 1).Kind == PointKind.Found)
        ? model.Points(exchange.Expected).LastOrDefault(IsSelection)
            ?? model.Spec.Points.LastOrDefault(p => p.Operation == exchange.Call.Operation && p.Index < decider.Index && IsSelection(p))
        : null;

    private static bool IsSelection(PointInfo point) => point is { Kind: PointKind.Found or PointKind.Chose, Clause: not null };

    private int Rows(object state) => StateRows.Of(model, model.Suite.Inspect(state)).Count(r => r.Collection.Length > 0);

    /// <summary>What comes of a call after others; null where one of those is refused.</summary>
    private StepReport? Outcome(Trace arrange, SpecCall call)
    {
        var state = model.Suite.CreateState(model.PartitionOf(call));
        var now = 1;
        foreach (var earlier in arrange.Calls.Where(c => model.PartitionOf(c).Equals(model.PartitionOf(call))))
        {
            var report = model.Suite.Step(state, earlier, now++);
            if (report.Refusal is not null)
            {
                return null;
            }

            state = report.State;
        }

        return model.Suite.Step(state, call, now);
    }
}
