using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Linearization;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Techniques.Concurrent;

namespace JobsSpecGen.Conformance.Techniques.Restart;

/// <summary>
/// Restarts the backend while clients change things on several partitions. What they were told must be explained by some
/// order of their calls, before and after; a call that was cut off may have taken effect or not.
/// </summary>
internal sealed class RestartUnderLoad(SuiteModel model, RaceSituations world, Caller caller, CaseRunner cases, RaceMessage messages, RunSeed seed, Func<string?> violatedByRaces)
{
    /// <summary>Whether a crash hits where something can be lost is a matter of luck.</summary>
    private const int Crashes = 3;

    private const int Partitions = 4;
    private const int TriesWithoutCrash = 3;

    private readonly Linearizer _linearizer = new(model, Linearizer.DefaultMostSteps);

    public async Task<CaseResult> ExecuteAsync(TestCase testCase, IRestartable backend, CancellationToken cancellationToken)
    {
        var random = new Random(seed.Number);
        var situations = world.Situations.Where(s => Lasting(s).Count > 0).ToList();
        if (situations.Count == 0)
        {
            return RestartExecutor.Result(testCase, Verdict.NotExercised, "no situation is known in which the same change can be made again and again");
        }

        // Where calls at once go wrong without a crash, such a load cannot tell what one loses.
        if (violatedByRaces() is { } broken)
        {
            return RestartExecutor.Result(testCase, Verdict.NotExercised, $"not reached: {broken} is violated on the way");
        }

        var result = await CrashOnceAsync(testCase, situations, backend, random, cancellationToken).ConfigureAwait(false);
        for (var i = 1; i < Crashes && result.Verdict == Verdict.Verified; i++)
        {
            result = await CrashOnceAsync(testCase, situations, backend, random, cancellationToken).ConfigureAwait(false);
        }

        return result.Verdict == Verdict.Violated && await IsWrongWithoutCrashAsync(situations, random, cancellationToken).ConfigureAwait(false)
            ? RestartExecutor.Result(testCase, Verdict.NotExercised, "the answers under such a load fit no order of the calls without a restart either")
            : result;
    }

    private async Task<CaseResult> CrashOnceAsync(TestCase testCase, IReadOnlyList<RaceSituation> situations, IRestartable backend, Random random, CancellationToken cancellationToken)
    {
        var (loads, obstacle) = await ArrangeAsync(situations, random, cancellationToken).ConfigureAwait(false);
        if (loads.Count == 0)
        {
            return RestartExecutor.Result(testCase, Verdict.NotVerifiableHere, obstacle);
        }

        await CrashAsync(loads, backend.RestartAsync, cancellationToken).ConfigureAwait(false);
        return Judge(testCase, loads);
    }

    private async Task<(IReadOnlyList<ClientLoad> Loads, string? Obstacle)> ArrangeAsync(IReadOnlyList<RaceSituation> situations, Random random, CancellationToken cancellationToken)
    {
        var loads = new List<ClientLoad>();
        string? obstacle = null;
        for (var i = 0; i < Partitions; i++)
        {
            var situation = situations[random.Next(situations.Count)];
            var run = await cases.ArrangeAsync(situation.Arrange, cancellationToken).ConfigureAwait(false);
            if (run.Deviates || run.Context.IsOver)
            {
                obstacle ??= run.Context.Unsupported ?? run.Context.Ambiguous ?? "the calls that arrange the situations go wrong already";
                continue;
            }

            loads.Add(new(caller, run.Context, Lasting(situation), situation.Reads, new Random(random.Next())));
        }

        return (loads, obstacle);
    }

    /// <summary>A backend that mixes up calls at once does so at the moment of a crash too, and that is no loss.</summary>
    private async Task<bool> IsWrongWithoutCrashAsync(IReadOnlyList<RaceSituation> situations, Random random, CancellationToken cancellationToken)
    {
        for (var i = 0; i < TriesWithoutCrash; i++)
        {
            var (loads, _) = await ArrangeAsync(situations, random, cancellationToken).ConfigureAwait(false);
            await CrashAsync(loads, _ => ValueTask.CompletedTask, cancellationToken).ConfigureAwait(false);
            if (loads.Any(load => _linearizer.Judge(load.History()).Verdict == HistoryVerdict.NotLinearizable))
            {
                return true;
            }
        }

        return false;
    }

    private static async Task CrashAsync(IReadOnlyList<ClientLoad> loads, Func<CancellationToken, ValueTask> restart, CancellationToken cancellationToken)
    {
        foreach (var load in loads)
        {
            load.Start(cancellationToken);
        }

        await Task.WhenAll(loads.Select(load => load.IsBusyAsync(cancellationToken))).ConfigureAwait(false);
        foreach (var load in loads)
        {
            load.NoteCrash();
        }

        try
        {
            await restart(cancellationToken).ConfigureAwait(false);
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

    private CaseResult Judge(TestCase testCase, IReadOnlyList<ClientLoad> loads)
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
                return RestartExecutor.Result(testCase, Verdict.NotExercised, "the answers before the restart fit no order of the calls already");
            }

            var failure = messages.Write(model.Clause(testCase.Planned.Clause)!, load.History(), judgement, testCase with { Seed = seed.Text }, load.Arranged);
            return RestartExecutor.Result(testCase, Verdict.Violated, failure.Summary, failure);
        }

        return undecided > 0
            ? RestartExecutor.Result(testCase, Verdict.NotVerifiableHere, "the search for an order of the calls reached its bound")
            : RestartExecutor.Result(testCase, Verdict.Verified, null);
    }

    /// <summary>The changes of a situation that change something again and again, each after some other or after itself, so that clients do not run out of work.</summary>
    private IReadOnlyList<SpecCall> Lasting(RaceSituation situation)
    {
        var state = Replay.StateAfter(model, situation.Arrange, situation.Arrange.Calls[0]);
        var now = situation.Arrange.Calls.Count + 1;
        var lasting = situation.Changes.Where(call => !model.Operation(call.Operation).IsEnvironment).ToList();
        while (lasting.RemoveAll(call => !lasting.Any(other => ChangesAgain(state, call, other, now))) > 0)
        {
        }

        return lasting;
    }

    private bool ChangesAgain(object state, SpecCall call, SpecCall other, long now)
    {
        var first = model.Suite.Step(state, call, now);
        var between = model.Suite.Step(first.State, other, now + 1);
        return model.Changes(between.State, model.Suite.Step(between.State, call, now + 2));
    }
}
