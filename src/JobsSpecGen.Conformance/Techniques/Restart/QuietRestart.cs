using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Techniques.Concurrent;

namespace JobsSpecGen.Conformance.Techniques.Restart;

/// <summary>Arranges every situation that the plan knows, restarts the backend once, and looks at all of them again.</summary>
internal sealed class QuietRestart(SuiteModel model, RaceWorld world, Caller caller, CaseRunner cases, ProbeChooser chooser, RestartMessage messages)
{
    public async Task<CaseResult> ExecuteAsync(ScriptedCase scripted, IRestartable backend, CancellationToken cancellationToken)
    {
        var arranged = new List<Setting>();
        string? obstacle = null;
        foreach (var arrangement in world.Arrangements)
        {
            var run = await cases.ArrangeAsync(arrangement, cancellationToken).ConfigureAwait(false);
            if (run.Deviates || run.Setting.IsOver)
            {
                obstacle ??= run.Setting.Unsupported ?? run.Setting.Ambiguous ?? "the calls that arrange the situations go wrong already";
                continue;
            }

            arranged.Add(run.Setting);
        }

        if (arranged.Count == 0)
        {
            return RestartExecutor.Result(scripted, Verdict.NotVerifiableHere, obstacle ?? "no situation is known in which something is stored");
        }

        await backend.RestartAsync(cancellationToken).ConfigureAwait(false);

        // The shortest way to what is lost is the one to show.
        foreach (var setting in arranged.OrderBy(s => s.Log.Count(e => !e.IsProbe)))
        {
            if (await LostAsync(setting, cancellationToken).ConfigureAwait(false) is { } look)
            {
                var failure = messages.For(model.Clause(scripted.Planned.Clause)!, setting, look, scripted);
                return RestartExecutor.Result(scripted, Verdict.Violated, failure.Summary, failure);
            }
        }

        return RestartExecutor.Result(scripted, Verdict.Verified, null);
    }

    private async Task<Exchange?> LostAsync(Setting setting, CancellationToken cancellationToken)
    {
        foreach (var partition in setting.World.Partitions)
        {
            foreach (var probe in chooser.Reading(setting, partition))
            {
                var look = await caller.CallAsync(setting, probe, isProbe: true, cancellationToken).ConfigureAwait(false);
                if (look.Deviates)
                {
                    return look;
                }
            }
        }

        return null;
    }
}
