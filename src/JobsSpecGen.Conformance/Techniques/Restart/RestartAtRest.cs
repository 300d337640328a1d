using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Techniques.Concurrent;

namespace JobsSpecGen.Conformance.Techniques.Restart;

/// <summary>Arranges all situations of the plan, restarts the backend once and observes all of them again.</summary>
internal sealed class RestartAtRest(SuiteModel model, RaceSituations situations, Caller caller, CaseRunner cases, ObservationChooser chooser, RestartMessage messages)
{
    public async Task<CaseResult> ExecuteAsync(TestCase testCase, IRestartable backend, CancellationToken cancellationToken)
    {
        var arranged = new List<CaseContext>();
        string? reason = null;
        foreach (var arrangement in situations.Arrangements)
        {
            var run = await cases.ArrangeAsync(arrangement, cancellationToken).ConfigureAwait(false);
            if (run.Deviates || run.Context.IsInconclusive)
            {
                reason ??= run.Context.UnsupportedReason ?? run.Context.AmbiguityReason ?? "the calls that arrange the situations deviate";
                continue;
            }

            arranged.Add(run.Context);
        }

        if (arranged.Count == 0)
        {
            return RestartExecutor.Result(testCase, Verdict.NotVerifiableHere, reason ?? "the bounded exploration found no situation with a stored row");
        }

        await backend.RestartAsync(cancellationToken).ConfigureAwait(false);

        // The context with the fewest calls comes first, so that the failure has the shortest trace.
        foreach (var context in arranged.OrderBy(s => s.Log.Count(e => !e.IsObservation)))
        {
            if (await FirstDeviationAsync(context, cancellationToken).ConfigureAwait(false) is { } lost)
            {
                var failure = messages.For(model.Clause(testCase.Planned.Clause)!, context, lost, testCase);
                return RestartExecutor.Result(testCase, Verdict.Violated, failure.Summary, failure);
            }
        }

        return RestartExecutor.Result(testCase, Verdict.Verified, null);
    }

    /// <summary>The first observation that deviates after the restart; null where none does.</summary>
    private async Task<Exchange?> FirstDeviationAsync(CaseContext context, CancellationToken cancellationToken)
    {
        foreach (var partition in context.Oracle.Partitions)
        {
            foreach (var observation in chooser.ReadsOf(context, partition))
            {
                var exchange = await caller.CallAsync(context, observation, isObservation: true, cancellationToken).ConfigureAwait(false);
                if (exchange.Deviates)
                {
                    return exchange;
                }
            }
        }

        return null;
    }
}
