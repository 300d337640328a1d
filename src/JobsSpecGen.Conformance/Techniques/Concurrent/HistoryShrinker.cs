using JobsSpecGen.Conformance.Linearization;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Concurrent;

/// <summary>Makes a history that no order explains as small as it will go without another try: whoever looks changes nothing, so that the rest is a history without that look, too.</summary>
internal sealed class HistoryShrinker(SuiteModel model)
{
    private readonly Linearizer _linearizer = new(model, Linearizer.DefaultMostSteps);

    /// <summary>The failure without the looks that it does not need.</summary>
    /// <param name="finding">A round that no order explains.</param>
    /// <param name="until">After which no further look is tried.</param>
    public RaceFinding WithoutNeedlessObservations(RaceFinding finding, CancellationToken until)
    {
        var (history, judgement) = (finding.History!, finding.Judgement);
        foreach (var look in history.Calls.Where(c => model.Operation(c.Call.Operation).IsReadOnly).TakeWhile(_ => !until.IsCancellationRequested))
        {
            var without = history with { Calls = [.. history.Calls.Where(c => !ReferenceEquals(c, look))] };
            if (_linearizer.Judge(without) is { Verdict: HistoryVerdict.NotLinearizable } still)
            {
                (history, judgement) = (without, still);
            }
        }

        return finding with { Judgement = judgement, History = history };
    }
}
