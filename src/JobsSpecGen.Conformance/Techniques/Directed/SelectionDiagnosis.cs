using JobsSpecGen.Conformance.Attribution;
using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Directed;

/// <summary>Distinguishes the selection of a wrong row from a wrong rule on the selected row, by repeating the call with fewer rows.</summary>
internal sealed class SelectionDiagnosis(SuiteModel model, CaseRunner runner)
{
    /// <summary>
    /// The clause of the selection where a call deviates among several rows and conforms with fewer rows: then the selection is
    /// wrong, not the rule that follows it. Null where the call deviates with fewer rows too, or where no such repetition exists.
    /// </summary>
    public async Task<string?> ClauseAsync(Evidence evidence, Exchange shown, CancellationToken cancellationToken)
    {
        if (shown.Deviations[0].Kind is not (DeviationKind.UnexpectedAnswer or DeviationKind.UnexpectedRefusal or DeviationKind.WrongError)
            || SelectionOf(shown) is not { Clause: { } selection })
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
                if (ReportAfter(fewer, call) is { } report
                    && report.Refusal?.Error == shown.Expected.Refusal?.Error
                    && RowCount(report.State) < RowCount(shown.Before))
                {
                    var again = await runner.ThoroughAsync(new CaseScript.OneCall(fewer, call, ObservationLevel.Full), cancellationToken).ConfigureAwait(false);
                    return again.Deviates ? null : selection;
                }
            }
        }

        return null;
    }

    /// <summary>The last selection before the point that decided the outcome.</summary>
    private PointInfo? SelectionOf(Exchange exchange) => model.Decider(exchange.Expected) is { Kind: not PointKind.AnsweredInstead } decider
        && !(decider.Kind == PointKind.Refused && decider.Index + 1 < model.Spec.Points.Count && model.Point(decider.Index + 1).Kind == PointKind.Found)
        ? model.Points(exchange.Expected).LastOrDefault(IsSelection)
            ?? model.Spec.Points.LastOrDefault(p => p.Operation == exchange.Call.Operation && p.Index < decider.Index && IsSelection(p))
        : null;

    private static bool IsSelection(PointInfo point) => point is { Kind: PointKind.Found or PointKind.Chose, Clause: not null };

    private int RowCount(object state) => StateRows.Of(model, model.Suite.Inspect(state)).Count(r => r.Collection.Length > 0);

    /// <summary>The oracle's report of a call after an arrangement; null where the oracle refuses a call of the arrangement.</summary>
    private StepReport? ReportAfter(Trace arrange, SpecCall call)
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
