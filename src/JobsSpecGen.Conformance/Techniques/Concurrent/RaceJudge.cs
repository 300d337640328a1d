using JobsSpecGen.Conformance.Linearization;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Concurrent;

/// <summary>What a round showed.</summary>
/// <param name="Verdict">Whether some order explains it.</param>
/// <param name="Clause">The clause that is violated; null: none.</param>
/// <param name="Judgement">The search that found no order; null where one was found.</param>
/// <param name="History">The calls that were judged; null where an order was found.</param>
/// <param name="Run">The round, with the looks on which the verdict rests.</param>
internal sealed record RaceFinding(HistoryVerdict Verdict, string? Clause, HistoryJudgement? Judgement, History? History, RaceRun Run);

/// <summary>
/// Judges a round. Where the changes alone, with what they left in the end, fit no order, they were not atomic;
/// where only what was seen on the way fits none, answers were not fresh.
/// </summary>
internal sealed class RaceJudge(SuiteModel model, RaceRunner runner, TimeSpan delay)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(300);

    private readonly Linearizer _linearizer = new(model, Linearizer.DefaultMostSteps);

    /// <summary>Judges a round by what it showed at once. Which clause a failure violates is only known once it was <see cref="ObserveAgainAsync">looked at again</see>.</summary>
    public RaceFinding Judge(RaceRun run)
    {
        var (changes, judged) = Judge(run, run.AtOnce.Where(IsChange).Concat(run.Observations));
        if (changes.Verdict == HistoryVerdict.NotLinearizable)
        {
            return new(changes.Verdict, model.Spec.AtomicityClause ?? model.Spec.FreshnessClause, changes, judged, run);
        }

        var (all, history) = Judge(run, run.AtOnce.Concat(run.Observations));
        return all.Verdict == HistoryVerdict.NotLinearizable
            ? new(all.Verdict, model.Spec.FreshnessClause ?? model.Spec.AtomicityClause, all, history, run)
            : new(changes.Verdict == HistoryVerdict.Undecided ? changes.Verdict : all.Verdict, null, null, null, run);
    }

    /// <summary>If what was left looks right a moment later, it was the look that was wrong.</summary>
    public async Task<RaceFinding> ObserveAgainAsync(RaceFinding finding, CancellationToken cancellationToken)
    {
        if (!IsAboutChanges(finding))
        {
            return finding;
        }

        var run = finding.Run;
        await Task.Delay(delay > ShortestPause ? delay : ShortestPause, cancellationToken).ConfigureAwait(false);
        var again = await runner.ObserveAsync(run, cancellationToken).ConfigureAwait(false);
        var (later, history) = Judge(again, again.AtOnce.Where(IsChange).Concat(again.Observations));
        return later.Verdict == HistoryVerdict.NotLinearizable
            ? new(later.Verdict, model.Spec.AtomicityClause ?? model.Spec.FreshnessClause, later, history, again)
            : finding with { Clause = model.Spec.FreshnessClause ?? model.Spec.AtomicityClause };
    }

    /// <summary>
    /// Judges a round that is like one whose clause is known, without waiting for what may show later.
    /// Null where the round fits, or breaks the other clause.
    /// </summary>
    public RaceFinding? JudgeAgain(RaceRun run, RaceFinding known)
    {
        var isAboutChanges = IsAboutChanges(known);
        var (judgement, history) = Judge(run, run.AtOnce.Where(c => !isAboutChanges || IsChange(c)).Concat(run.Observations));
        if (judgement.Verdict != HistoryVerdict.NotLinearizable)
        {
            return null;
        }

        return isAboutChanges || Judge(run, run.AtOnce.Where(IsChange).Concat(run.Observations)).Judgement.Verdict == HistoryVerdict.Linearizable
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
