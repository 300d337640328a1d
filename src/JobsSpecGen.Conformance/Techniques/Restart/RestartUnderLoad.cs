using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Linearization;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Techniques.Concurrent;

namespace JobsSpecGen.Conformance.Techniques.Restart;

/// <summary>
/// Restarts the backend while concurrent clients change several partitions. The history of each partition, with the calls before and after
/// the restart, must be linearizable. A call without a response may have taken effect or not.
/// </summary>
internal sealed class RestartUnderLoad(SuiteModel model, RaceSituations situations, Caller caller, CaseRunner cases, RaceMessage messages, RunSeed seed, Func<string?> violatedByRaces)
{
    /// <summary>The number of restarts. It is random whether a crash hits a moment at which a change can be lost.</summary>
    private const int Crashes = 3;

    private const int Partitions = 4;
    private const int RunsWithoutCrash = 3;

    private readonly Linearizer _linearizer = new(model, Linearizer.DefaultMaxSteps);

    public async Task<CaseResult> ExecuteAsync(TestCase testCase, IRestartable backend, CancellationToken cancellationToken)
    {
        var random = new Random(seed.Number);
        var usable = situations.Situations.Where(s => RepeatableChanges(s).Count > 0).ToList();
        if (usable.Count == 0)
        {
            return RestartExecutor.Result(testCase, Verdict.NotExercised, "the bounded exploration found no situation in which the same change can be repeated");
        }

        // Where concurrent calls deviate without a crash, a load cannot show what a crash loses.
        if (violatedByRaces() is { } violated)
        {
            return RestartExecutor.Result(testCase, Verdict.NotExercised, $"not reached: a race violates {violated}");
        }

        var result = await CrashOnceAsync(testCase, usable, backend, random, cancellationToken).ConfigureAwait(false);
        for (var i = 1; i < Crashes && result.Verdict == Verdict.Verified; i++)
        {
            result = await CrashOnceAsync(testCase, usable, backend, random, cancellationToken).ConfigureAwait(false);
        }

        return result.Verdict == Verdict.Violated && await FailsWithoutCrashAsync(usable, random, cancellationToken).ConfigureAwait(false)
            ? RestartExecutor.Result(testCase, Verdict.NotExercised, "under the same load the history is not linearizable without a restart either")
            : result;
    }

    private async Task<CaseResult> CrashOnceAsync(TestCase testCase, IReadOnlyList<RaceSituation> candidates, IRestartable backend, Random random, CancellationToken cancellationToken)
    {
        var (loads, reason) = await ArrangeAsync(candidates, random, cancellationToken).ConfigureAwait(false);
        if (loads.Count == 0)
        {
            return RestartExecutor.Result(testCase, Verdict.NotVerifiableHere, reason);
        }

        await CrashAsync(loads, backend.RestartAsync, cancellationToken).ConfigureAwait(false);
        return Judge(testCase, loads);
    }

    private async Task<(IReadOnlyList<ClientLoad> Loads, string? Reason)> ArrangeAsync(IReadOnlyList<RaceSituation> candidates, Random random, CancellationToken cancellationToken)
    {
        var loads = new List<ClientLoad>();
        string? reason = null;
        for (var i = 0; i < Partitions; i++)
        {
            var situation = candidates[random.Next(candidates.Count)];
            var run = await cases.ArrangeAsync(situation.Arrange, cancellationToken).ConfigureAwait(false);
            if (run.Deviates || run.Context.IsInconclusive)
            {
                reason ??= run.Context.UnsupportedReason ?? run.Context.AmbiguityReason ?? "the calls that arrange the situations deviate";
                continue;
            }

            loads.Add(new(caller, run.Context, RepeatableChanges(situation), situation.Reads, new Random(random.Next())));
        }

        return (loads, reason);
    }

    /// <summary>Runs the same load without a crash. A backend whose concurrent calls deviate anyway has not necessarily lost anything in the crash.</summary>
    private async Task<bool> FailsWithoutCrashAsync(IReadOnlyList<RaceSituation> candidates, Random random, CancellationToken cancellationToken)
    {
        for (var i = 0; i < RunsWithoutCrash; i++)
        {
            var (loads, _) = await ArrangeAsync(candidates, random, cancellationToken).ConfigureAwait(false);
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

        await Task.WhenAll(loads.Select(load => load.WaitUntilBusyAsync(cancellationToken))).ConfigureAwait(false);
        foreach (var load in loads)
        {
            load.RecordCrash();
        }

        try
        {
            await restart(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            foreach (var load in loads)
            {
                load.SignalRestarted();
            }
        }

        await Task.WhenAll(loads.Select(load => load.FinishAsync(cancellationToken))).ConfigureAwait(false);
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

            if (_linearizer.Judge(load.History(beforeCrash: true)).Verdict == HistoryVerdict.NotLinearizable)
            {
                return RestartExecutor.Result(testCase, Verdict.NotExercised, "the history before the restart is already not linearizable");
            }

            var failure = messages.Write(model.Clause(testCase.Planned.Clause)!, load.History(), judgement, testCase with { Seed = seed.Text }, load.Arranged);
            return RestartExecutor.Result(testCase, Verdict.Violated, failure.Summary, failure);
        }

        return undecided > 0
            ? RestartExecutor.Result(testCase, Verdict.NotVerifiableHere, "the search for a linearization reached its bound")
            : RestartExecutor.Result(testCase, Verdict.Verified, null);
    }

    /// <summary>
    /// The calls of a situation that can be repeated: each changes the state again after another of them or after itself, so that clients
    /// always have effective calls.
    /// </summary>
    private IReadOnlyList<SpecCall> RepeatableChanges(RaceSituation situation)
    {
        var state = Replay.StateAfter(model, situation.Arrange, situation.Arrange.Calls[0]);
        var now = situation.Arrange.Calls.Count + 1;
        var repeatable = situation.Changes.Where(call => !model.Operation(call.Operation).IsEnvironment).ToList();
        while (repeatable.RemoveAll(call => !repeatable.Any(other => ChangesAgain(state, call, other, now))) > 0)
        {
        }

        return repeatable;
    }

    private bool ChangesAgain(object state, SpecCall call, SpecCall other, long now)
    {
        var first = model.Suite.Step(state, call, now);
        var between = model.Suite.Step(first.State, other, now + 1);
        return model.Changes(between.State, model.Suite.Step(between.State, call, now + 2));
    }
}
