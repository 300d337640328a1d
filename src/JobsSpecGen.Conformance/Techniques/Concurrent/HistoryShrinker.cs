using JobsSpecGen.Conformance.Linearization;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Concurrent;

/// <summary>
/// Shrinks a history that is not linearizable without running it again: a read-only call changes nothing, so that the other calls
/// are a valid history without it.
/// </summary>
internal sealed class HistoryShrinker(SuiteModel model)
{
    private readonly Linearizer _linearizer = new(model, Linearizer.DefaultMaxSteps);

    /// <summary>The finding without the read-only calls that the failure does not need.</summary>
    /// <param name="finding">A finding whose history is not linearizable.</param>
    /// <param name="limit">Ends the attempts to remove further calls.</param>
    public RaceFinding WithoutNeedlessReads(RaceFinding finding, CancellationToken limit)
    {
        var (history, judgement) = (finding.History!, finding.Judgement);
        foreach (var read in history.Calls.Where(c => model.Operation(c.Call.Operation).IsReadOnly).TakeWhile(_ => !limit.IsCancellationRequested))
        {
            var without = history with { Calls = [.. history.Calls.Where(c => !ReferenceEquals(c, read))] };
            if (_linearizer.Judge(without) is { Verdict: HistoryVerdict.NotLinearizable } still)
            {
                (history, judgement) = (without, still);
            }
        }

        return finding with { Judgement = judgement, History = history };
    }
}
