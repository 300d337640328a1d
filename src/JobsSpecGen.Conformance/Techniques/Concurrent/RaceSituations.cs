using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Concurrent;

/// <summary>An arranged state in which some calls change something.</summary>
/// <param name="Arrange">The calls that arrange the state.</param>
/// <param name="Changes">Calls that change the state: up to two for each path through the step function, if they lead to different states.</param>
/// <param name="Refused">Calls that are refused, one for each refusing rule.</param>
/// <param name="Reads">The read-only calls that observe the state.</param>
internal sealed record RaceSituation(Trace Arrange, IReadOnlyList<SpecCall> Changes, IReadOnlyList<SpecCall> Refused, IReadOnlyList<SpecCall> Reads);

/// <summary>The situations for concurrent clients and restarts: the arrangements of witnesses with an effect or a selection.</summary>
internal sealed class RaceSituations
{
    /// <summary>The calls with different effects on one path. If all clients wrote the same value, a lost write would not show.</summary>
    private const int MaxEffectsPerPath = 2;

    private readonly SuiteModel _model;
    private readonly TransitionGraph _graph;
    private readonly ObservationCalls _observations;

    public RaceSituations(SuiteModel model, Alphabet alphabet, ExplorationResult exploration, ObservationCalls observations)
    {
        _model = model;
        _graph = new(model, alphabet, exploration);
        _observations = observations;
        Arrangements =
        [
            .. model.Spec.Points
                .Where(p => p.Kind is PointKind.Wrote or PointKind.Created or PointKind.Removed or PointKind.Chose or PointKind.Listed)
                .SelectMany(p => exploration.Witnesses[p.Index])
                .Where(w => w.Report.Refusal is null)
                .SelectMany(w => _model.Operation(w.Call.Operation).IsReadOnly ? [w.Arrange] : new[] { w.Arrange, w.Arrange.Then(w.Call) })
                .Where(trace => trace.Calls.Count > 0)
                .Distinct(),
        ];

        // Arrangements that differ only in texts and counters count as one; the shortest is kept.
        Situations =
        [
            .. Arrangements
                .OrderBy(arrange => arrange.Calls.Count)
                .DistinctBy(arrange => _graph.KeyOf(Replay.StateAfter(_model, arrange, arrange.Calls[0])))
                .Select(Situation)
                .Where(s => s.Changes.Count > 0),
        ];
    }

    /// <summary>The arrangements of all situations.</summary>
    public IReadOnlyList<Trace> Arrangements { get; }

    /// <summary>The situations in which concurrent calls can change the state.</summary>
    public IReadOnlyList<RaceSituation> Situations { get; }

    /// <summary>
    /// Whether an operation may run concurrently. One that creates rows may not where the spec orders rows by time, because the spec
    /// does not define the order of two rows that are created concurrently.
    /// </summary>
    public static bool MayRace(SuiteModel model, OperationInfo operation) =>
        !model.Spec.Points.Any(p => p.IsByTime) || !model.Spec.Points.Any(p => p.Operation == operation.Name && p.Kind == PointKind.Created);

    private RaceSituation Situation(Trace arrange)
    {
        var partition = _model.PartitionOf(arrange.Calls[0]);
        var state = Replay.StateAfter(_model, arrange, arrange.Calls[0]);
        var steps = _graph.StepsFrom(state, arrange.Calls.Count + 1, maxEffects: MaxEffectsPerPath)
            .Where(s => !_model.Operation(s.Request.Operation).IsReadOnly && MayRace(_model, _model.Operation(s.Request.Operation)) && !ServerChosenNumbers.AreIn(_model, s.Request))
            .ToList();
        return new(
            arrange,
            [.. steps.Where(s => s.Changes).Select(s => s.Request)],
            [.. steps.Where(s => s.Report.Refusal is { Violations.Count: 0 }).DistinctBy(s => _model.Decider(s.Report)?.Index).Select(s => s.Request)],
            _observations.Reading(partition, KnownIdentities.Of(_model, arrange.Calls)));
    }
}
