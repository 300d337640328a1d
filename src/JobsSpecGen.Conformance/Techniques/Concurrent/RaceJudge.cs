using JobsSpecGen.Conformance.Linearization;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Concurrent;

/// <summary>The judgement of a race run.</summary>
/// <param name="Verdict">Whether the history is linearizable.</param>
/// <param name="Clause">The violated clause; null where none is.</param>
/// <param name="Judgement">The search that found no linearization; null where it found one or reached its bound.</param>
/// <param name="History">The history that is not linearizable; null where there is none.</param>
/// <param name="Run">The run, with the final observations of the verdict.</param>
internal sealed record RaceFinding(HistoryVerdict Verdict, string? Clause, HistoryJudgement? Judgement, History? History, RaceRun Run);

/// <summary>
/// Judges a race run. Where the changes with the final observations are not linearizable, the changes were not atomic.
/// Where only the history with the concurrent reads is not linearizable, the reads were stale.
/// </summary>
internal sealed class RaceJudge(SuiteModel model, RaceRunner runner, TimeSpan delay)
{
    private static readonly TimeSpan MinPause = TimeSpan.FromMilliseconds(300);

    private readonly Linearizer _linearizer = new(model, Linearizer.DefaultMaxSteps);

    /// <summary>Judges a run by its first final observations. The clause of a failure is certain only after <see cref="ObserveAgainAsync"/>.</summary>
    public RaceFinding Judge(RaceRun run)
    {
        var (changes, judged) = Judge(run, run.ConcurrentCalls.Where(IsChange).Concat(run.Observations));
        if (changes.Verdict == HistoryVerdict.NotLinearizable)
        {
            return new(changes.Verdict, model.Spec.AtomicityClause ?? model.Spec.FreshnessClause, changes, judged, run);
        }

        var (all, history) = Judge(run, run.ConcurrentCalls.Concat(run.Observations));
        return all.Verdict == HistoryVerdict.NotLinearizable
            ? new(all.Verdict, model.Spec.FreshnessClause ?? model.Spec.AtomicityClause, all, history, run)
            : new(changes.Verdict == HistoryVerdict.Undecided ? changes.Verdict : all.Verdict, null, null, null, run);
    }

    /// <summary>
    /// Repeats the final observations after a pause. Where the history is linearizable with the new ones, the first ones were stale and the
    /// changes were atomic.
    /// </summary>
    public async Task<RaceFinding> ObserveAgainAsync(RaceFinding finding, CancellationToken cancellationToken)
    {
        if (!IsAboutChanges(finding))
        {
            return finding;
        }

        var run = finding.Run;
        await Task.Delay(delay > MinPause ? delay : MinPause, cancellationToken).ConfigureAwait(false);
        var again = await runner.ObserveAsync(run, cancellationToken).ConfigureAwait(false);
        var (later, history) = Judge(again, again.ConcurrentCalls.Where(IsChange).Concat(again.Observations));
        return later.Verdict == HistoryVerdict.NotLinearizable
            ? new(later.Verdict, model.Spec.AtomicityClause ?? model.Spec.FreshnessClause, later, history, again)
            : finding with { Clause = model.Spec.FreshnessClause ?? model.Spec.AtomicityClause };
    }

    /// <summary>
    /// Judges a run of a smaller program whose violated clause is known, without repeating the observations.
    /// Null where the run is linearizable or violates the other clause.
    /// </summary>
    public RaceFinding? JudgeAgain(RaceRun run, RaceFinding known)
    {
        var isAboutChanges = IsAboutChanges(known);
        var (judgement, history) = Judge(run, run.ConcurrentCalls.Where(c => !isAboutChanges || IsChange(c)).Concat(run.Observations));
        if (judgement.Verdict != HistoryVerdict.NotLinearizable)
        {
            return null;
        }

        return isAboutChanges || Judge(run, run.ConcurrentCalls.Where(IsChange).Concat(run.Observations)).Judgement.Verdict == HistoryVerdict.Linearizable
            ? new(judgement.Verdict, known.Clause, judgement, history, run)
            : null;
    }

    private bool IsAboutChanges(RaceFinding finding) => finding.History!.Calls.All(c => c.Client < 0 || IsChange(c));

    private (HistoryJudgement Judgement, History History) Judge(RaceRun run, IEnumerable<HistoryCall> calls)
    {
        var history = run.HistoryOf(calls);
        return (_linearizer.Judge(history), history);
    }

    private bool IsChange(HistoryCall call) => !model.Operation(call.Call.Operation).IsReadOnly;
}
