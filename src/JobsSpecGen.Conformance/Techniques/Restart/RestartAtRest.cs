using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Techniques.Concurrent;

namespace JobsSpecGen.Conformance.Techniques.Restart;

/// <summary>Arranges every situation that the plan knows, restarts the backend once, and looks at all of them again.</summary>
internal sealed class RestartAtRest(SuiteModel model, RaceSituations world, Caller caller, CaseRunner cases, ObservationChooser chooser, RestartMessage messages)
{
    public async Task<CaseResult> ExecuteAsync(TestCase testCase, IRestartable backend, CancellationToken cancellationToken)
    {
        var arranged = new List<CaseContext>();
        string? obstacle = null;
        foreach (var arrangement in world.Arrangements)
        {
            var run = await cases.ArrangeAsync(arrangement, cancellationToken).ConfigureAwait(false);
            if (run.Deviates || run.Context.IsOver)
            {
                obstacle ??= run.Context.Unsupported ?? run.Context.Ambiguous ?? "the calls that arrange the situations go wrong already";
                continue;
            }

            arranged.Add(run.Context);
        }

        if (arranged.Count == 0)
        {
            return RestartExecutor.Result(testCase, Verdict.NotVerifiableHere, obstacle ?? "no situation is known in which something is stored");
        }

        await backend.RestartAsync(cancellationToken).ConfigureAwait(false);

        // The shortest way to what is lost is the one to show.
        foreach (var context in arranged.OrderBy(s => s.Log.Count(e => !e.IsObservation)))
        {
            if (await LostAsync(context, cancellationToken).ConfigureAwait(false) is { } look)
            {
                var failure = messages.For(model.Clause(testCase.Planned.Clause)!, context, look, testCase);
                return RestartExecutor.Result(testCase, Verdict.Violated, failure.Summary, failure);
            }
        }

        return RestartExecutor.Result(testCase, Verdict.Verified, null);
    }

    private async Task<Exchange?> LostAsync(CaseContext context, CancellationToken cancellationToken)
    {
        foreach (var partition in context.Oracle.Partitions)
        {
            foreach (var observation in chooser.Reading(context, partition))
            {
                var look = await caller.CallAsync(context, observation, isObservation: true, cancellationToken).ConfigureAwait(false);
                if (look.Deviates)
                {
                    return look;
                }
            }
        }

        return null;
    }
}
