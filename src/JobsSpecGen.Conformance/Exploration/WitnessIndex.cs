using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Exploration;

/// <summary>Keeps the best witness of each point: the first found of the best quality, that is, the shortest.</summary>
internal sealed class WitnessIndex(SuiteModel model, Observability observability)
{
    /// <summary>How often a better witness of an effect is looked for: one that shows more of it.</summary>
    private const int MostReveals = 40;

    /// <summary>How often a better witness of a refusal is looked for: one with a single fault.</summary>
    private const int MostFaulty = 200;

    /// <summary>How many mixes of rows a choice or a list is tried on.</summary>
    private const int MostMixes = 6;

    private readonly DetailIndex _details = new(model);
    private readonly CandidateRows _mix = new(model, observability);
    private readonly Witness?[] _best = new Witness?[model.Spec.Points.Count];
    private readonly int[] _tries = new int[model.Spec.Points.Count];
    private readonly Dictionary<int, List<(string Mix, Witness Witness)>> _mixes = [];
    private readonly Dictionary<string, IReadOnlyList<PointInfo>> _pointsOf = model.Spec.Operations.ToDictionary(
        o => o.Name,
        o => (IReadOnlyList<PointInfo>)[.. model.Spec.Points.Where(p => p.Operation == o.Name && !(o.IsEnvironment && p.Kind == PointKind.Refused))]);

    public bool IsComplete => _pointsOf.Keys.All(o => !Wants(o));

    /// <summary>True while some point of the operation could still get a better witness.</summary>
    public bool Wants(string operation) => _pointsOf[operation].Any(p => !IsSettled(p));

    /// <summary>True while some point of the operation has no good witness at all.</summary>
    public bool Lacks(string operation) => _pointsOf[operation].Any(p => !IsSettled(p) && (_best[p.Index]?.Quality ?? 0) < Enough(p.Kind));

    /// <param name="node">Where the call was tried.</param>
    /// <param name="call">The call.</param>
    /// <param name="report">What came of it.</param>
    /// <param name="isPlain">Whether the request has no optional members: mixes of rows are told apart on these alone.</param>
    public void Note(Node node, SpecCall call, StepReport report, bool isPlain)
    {
        _details.Note(node, call, report);
        foreach (var index in report.Points)
        {
            var point = model.Point(index);
            if (isPlain && IsChoice(point))
            {
                NoteMix(point, node, call, report);
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
        [.. model.Spec.Points.Select(p => _mixes.TryGetValue(p.Index, out var mixes) && mixes.Count > 0
            ? (IReadOnlyList<Witness>)[.. mixes.Select(m => m.Witness)]
            : _best[p.Index] is { } best ? [best] : [])];

    /// <summary>What the witnesses of points leave out.</summary>
    public IReadOnlyList<(int Point, string Detail, Witness Witness)> Details() => _details.Beyond(All().SelectMany(w => w).Where(w => w.Quality > 0));

    /// <summary>True when the operation chooses, so that it is worth trying on many mixes of rows.</summary>
    public bool Chooses(string operation) => _pointsOf[operation].Any(IsChoice);

    private void NoteMix(PointInfo point, Node node, SpecCall call, StepReport report)
    {
        if (!_mixes.TryGetValue(point.Index, out var mixes))
        {
            _mixes[point.Index] = mixes = [];
        }

        if (mixes.Count >= MostMixes)
        {
            return;
        }

        var mix = _mix.Of(node.State, report);
        if (mixes.All(m => m.Mix != mix))
        {
            mixes.Add((mix, new(node.Trace(), call, report, 1) { Candidates = mix }));
        }
    }

    /// <summary>True when no better witness can be had, or enough were looked at to give up on one.</summary>
    private bool IsSettled(PointInfo point) =>
        _best[point.Index] is { } best
        && (best.Quality >= Best(point.Kind) + (WritesMap(point) ? 1 : 0) || _tries[point.Index] >= (point.Kind == PointKind.Refused ? MostFaulty : MostReveals));

    private bool WritesMap(PointInfo point) => point.Kind == PointKind.Wrote && point.Fields.Any(f =>
        model.Spec.Collections.Any(c => c.Fields.Any(m => c.Name + "." + m.Name == f && model.Shape(m.Shape).Kind == ShapeKind.Map)));

    /// <summary>True when a map is replaced by one that lacks a key of it, so that merging is not the same.</summary>
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

    private static bool IsChoice(PointInfo point) => point.Kind is PointKind.Chose or PointKind.Listed;

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
                return shown > 1 && DropsKeys(point, node.State, report.State) ? Best(point.Kind) + 1 : shown;
            default:
                return 1;
        }
    }

    private static int Best(PointKind kind) => kind switch
    {
        PointKind.Refused or PointKind.Removed => 2,
        PointKind.Wrote or PointKind.Kept or PointKind.Created => 3,
        _ => 1,
    };

    private static int Enough(PointKind kind) => Math.Min(2, Best(kind));
}
