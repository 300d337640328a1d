using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Exploration;

/// <summary>Keeps the best witness of each point: the first one with the best quality, which is the shortest.</summary>
internal sealed class WitnessIndex(SuiteModel model, Observability observability)
{
    /// <summary>The maximum number of attempts to find a better witness of an effect, which shows more of the effect.</summary>
    private const int MaxEffectTries = 40;

    /// <summary>The maximum number of attempts to find a better witness of a refusal, which has a single fault.</summary>
    private const int MaxRefusalTries = 200;

    /// <summary>The maximum number of combinations of candidate rows for which a selection keeps a witness.</summary>
    private const int MaxCandidates = 6;

    private readonly DetailIndex _details = new(model);
    private readonly CandidateRows _candidateRows = new(model, observability);
    private readonly Witness?[] _best = new Witness?[model.Spec.Points.Count];
    private readonly int[] _tries = new int[model.Spec.Points.Count];
    private readonly Dictionary<int, List<(string Candidates, Witness Witness)>> _candidates = [];
    private readonly Dictionary<string, IReadOnlyList<PointInfo>> _pointsOf = model.Spec.Operations.ToDictionary(
        o => o.Name,
        o => (IReadOnlyList<PointInfo>)[.. model.Spec.Points.Where(p => p.Operation == o.Name && !(o.IsEnvironment && p.Kind == PointKind.Refused))]);

    public bool IsComplete => _pointsOf.Keys.All(o => !NeedsBetterWitness(o));

    /// <summary>Whether a better witness is still possible for a point of the operation.</summary>
    public bool NeedsBetterWitness(string operation) => _pointsOf[operation].Any(p => !IsSettled(p));

    /// <summary>Whether a point of the operation has no witness of sufficient quality.</summary>
    public bool LacksGoodWitness(string operation) => _pointsOf[operation].Any(p => !IsSettled(p) && (_best[p.Index]?.Quality ?? 0) < SufficientQuality(p.Kind));

    /// <param name="node">The node on whose state the call was executed.</param>
    /// <param name="call">The call.</param>
    /// <param name="report">The result of the step function.</param>
    /// <param name="hasNoOptionals">Whether the request has no optional members. Only such requests record combinations of candidate rows.</param>
    public void Record(Node node, SpecCall call, StepReport report, bool hasNoOptionals)
    {
        _details.Record(node, call, report);
        foreach (var index in report.Points)
        {
            var point = model.Point(index);
            if (hasNoOptionals && IsSelection(point))
            {
                RecordCandidates(point, node, call, report);
            }

            if (IsSettled(point))
            {
                continue;
            }

            var quality = Quality(point, node, call, report);
            if (quality > (_best[index]?.Quality ?? 0))
            {
                _best[index] = new(node.Trace(), call, report, quality);
            }
        }
    }

    public IReadOnlyList<IReadOnlyList<Witness>> All() =>
        [.. model.Spec.Points.Select(p => _candidates.TryGetValue(p.Index, out var recorded) && recorded.Count > 0
            ? (IReadOnlyList<Witness>)[.. recorded.Select(m => m.Witness)]
            : _best[p.Index] is { } best ? [best] : [])];

    /// <summary>Returns the witnesses of details that the witnesses of points do not show.</summary>
    public IReadOnlyList<(int Point, string Detail, Witness Witness)> Details() => _details.NotCoveredBy(All().SelectMany(w => w).Where(w => w.Quality > 0));

    /// <summary>Whether the operation has a selection with an order or a filter, so that it should be executed on many combinations of candidate rows.</summary>
    public bool HasSelection(string operation) => _pointsOf[operation].Any(IsSelection);

    private void RecordCandidates(PointInfo point, Node node, SpecCall call, StepReport report)
    {
        if (!_candidates.TryGetValue(point.Index, out var recorded))
        {
            _candidates[point.Index] = recorded = [];
        }

        if (recorded.Count >= MaxCandidates)
        {
            return;
        }

        var candidates = _candidateRows.Of(node.State, report);
        if (recorded.All(m => m.Candidates != candidates))
        {
            recorded.Add((candidates, new(node.Trace(), call, report, 1) { Candidates = candidates }));
        }
    }

    /// <summary>Whether no better witness is possible, or the maximum number of attempts is reached.</summary>
    private bool IsSettled(PointInfo point) =>
        _best[point.Index] is { } best
        && (best.Quality >= BestQuality(point.Kind) + (WritesMap(point) ? 1 : 0) || _tries[point.Index] >= (point.Kind == PointKind.Refused ? MaxRefusalTries : MaxEffectTries));

    private bool WritesMap(PointInfo point) => point.Kind == PointKind.Wrote && point.Fields.Any(f =>
        model.Spec.Collections.Any(c => c.Fields.Any(m => c.Name + "." + m.Name == f && model.Shape(m.Shape).Kind == ShapeKind.Map)));

    /// <summary>Whether a map is replaced by one that lacks a key of the old map. Only then does a replacement differ from a merge.</summary>
    private bool DropsKeys(PointInfo point, object before, object after)
    {
        if (!WritesMap(point))
        {
            return false;
        }

        var rows = StateRows.Of(model, model.Suite.Inspect(after)).ToDictionary(r => (r.Collection, r.Key));
        return StateRows.Of(model, model.Suite.Inspect(before)).Any(old =>
            rows.TryGetValue((old.Collection, old.Key), out var now)
            && old.Fields.Members.Any(f => point.Fields.Contains(old.Collection + "." + f.Key)
                && f.Value is SpecValue.Record map && map.Members.Keys.Any(k => now.Fields[f.Key] is not SpecValue.Record left || !left.Members.ContainsKey(k))));
    }

    private static bool IsSelection(PointInfo point) => point.Kind is PointKind.Chose or PointKind.Listed;

    private int Quality(PointInfo point, Node node, SpecCall call, StepReport report)
    {
        switch (point.Kind)
        {
            case PointKind.Refused:
                _tries[point.Index]++;
                return report.Faults.Count <= 1 ? 2 : 1;
            case PointKind.Wrote or PointKind.Kept or PointKind.Created or PointKind.Removed:
                _tries[point.Index]++;
                var identities = KnownIdentities.Of(model, node.Trace().Then(call).Calls);
                var shown = 1 + (int)observability.Of(point, model.PartitionOf(call), identities, node.State, report.State, node.Depth + 2);
                return shown > 1 && DropsKeys(point, node.State, report.State) ? BestQuality(point.Kind) + 1 : shown;
            default:
                return 1;
        }
    }

    private static int BestQuality(PointKind kind) => kind switch
    {
        PointKind.Refused or PointKind.Removed => 2,
        PointKind.Wrote or PointKind.Kept or PointKind.Created => 3,
        _ => 1,
    };

    private static int SufficientQuality(PointKind kind) => Math.Min(2, BestQuality(kind));
}
