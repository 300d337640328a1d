namespace JobsSpecGen.Conformance.Restarts;

/// <summary>
/// Restarts the backend while clients change things on several partitions. What they were told must be explained by some
/// order of their calls, before and after; a call that was cut off may have taken effect or not.
/// </summary>
internal sealed class LoadedRestart(SuiteModel model, RaceWorld world, Caller caller, CaseRunner cases, RaceMessage messages, RunSeed seed)
{
    private const int Partitions = 4;

    private readonly Linearizer _linearizer = new(model, Linearizer.DefaultMostSteps);

    public async Task<CaseResult> ExecuteAsync(ScriptedCase scripted, IRestartable backend, CancellationToken cancellationToken)
    {
        var random = new Random(seed.Number);
        var situations = world.Situations.Where(s => Lasting(s).Count > 0).ToList();
        if (situations.Count == 0)
        {
            return RestartExecutor.Result(scripted, Verdict.NotExercised, "no situation is known in which the same change can be made again and again");
        }

        var loads = new List<Load>();
        string? obstacle = null;
        for (var i = 0; i < Partitions; i++)
        {
            var situation = situations[random.Next(situations.Count)];
            var run = await cases.ArrangeAsync(situation.Arrange, cancellationToken).ConfigureAwait(false);
            if (run.Deviates || run.Setting.IsOver)
            {
                obstacle ??= run.Setting.Unsupported ?? run.Setting.Ambiguous ?? "the calls that arrange the situations go wrong already";
                continue;
            }

            loads.Add(new(caller, run.Setting, Lasting(situation), situation.Reads, new Random(random.Next())));
        }

        if (loads.Count == 0)
        {
            return RestartExecutor.Result(scripted, Verdict.NotVerifiableHere, obstacle);
        }

        await CrashAsync(loads, backend, cancellationToken).ConfigureAwait(false);
        return Judge(scripted, loads);
    }

    private static async Task CrashAsync(IReadOnlyList<Load> loads, IRestartable backend, CancellationToken cancellationToken)
    {
        foreach (var load in loads)
        {
            load.Start(cancellationToken);
        }

        await Task.WhenAll(loads.Select(load => load.IsBusyAsync(cancellationToken))).ConfigureAwait(false);
        foreach (var load in loads)
        {
            load.Crash();
        }

        try
        {
            await backend.RestartAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            foreach (var load in loads)
            {
                load.GoOn();
            }
        }

        await Task.WhenAll(loads.Select(load => load.EndAsync(cancellationToken))).ConfigureAwait(false);
    }

    private CaseResult Judge(ScriptedCase scripted, IReadOnlyList<Load> loads)
    {
        var undecided = 0;
        foreach (var load in loads)
        {
            var judgement = _linearizer.Judge(load.History());
            undecided += judgement.Verdict == HistoryVerdict.Undecided ? 1 : 0;
            if (judgement.Verdict != HistoryVerdict.NotLinearizable)
            {
                continue;
            }

            if (_linearizer.Judge(load.History(untilCrash: true)).Verdict == HistoryVerdict.NotLinearizable)
            {
                return RestartExecutor.Result(scripted, Verdict.NotExercised, "the answers before the restart fit no order of the calls already");
            }

            var failure = messages.Write(model.Clause(scripted.Planned.Clause)!, load.History(), judgement, scripted with { Seed = seed.Text }, load.Arranged);
            return RestartExecutor.Result(scripted, Verdict.Violated, failure.Summary, failure);
        }

        return undecided > 0
            ? RestartExecutor.Result(scripted, Verdict.NotVerifiableHere, "the search for an order of the calls reached its bound")
            : RestartExecutor.Result(scripted, Verdict.Verified, null);
    }

    /// <summary>The changes of a situation that can be made twice, so that clients do not run out of work.</summary>
    private IReadOnlyList<SpecCall> Lasting(RaceSituation situation)
    {
        var state = Replay.StateAfter(model, situation.Arrange, situation.Arrange.Calls[0]);
        var now = situation.Arrange.Calls.Count + 1;
        return [.. situation.Changes.Where(call =>
        {
            var first = model.Suite.Step(state, call, now);
            var second = model.Suite.Step(first.State, call, now + 1);
            return !model.Operation(call.Operation).IsEnvironment && model.Changes(first.State, second);
        })];
    }
}
