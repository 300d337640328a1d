using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Concurrent;

/// <summary>A situation in which calls can be made that change something.</summary>
/// <param name="Arrange">The calls that lead to it.</param>
/// <param name="Changes">Calls that would change something there, two for each way through the step function where they leave different states.</param>
/// <param name="Refused">Calls that would be refused there, one for each rule that refuses.</param>
/// <param name="Reads">Calls that look at what there is.</param>
internal sealed record RaceSituation(Trace Arrange, IReadOnlyList<SpecCall> Changes, IReadOnlyList<SpecCall> Refused, IReadOnlyList<SpecCall> Reads);

/// <summary>The situations in which clients are let loose and the backend is restarted: those in which the plan has seen some effect or choice.</summary>
internal sealed class RaceSituations
{
    /// <summary>Where all clients wrote the same, nobody could tell whose write was lost.</summary>
    private const int EffectsOfAKind = 2;

    private readonly SuiteModel _model;
    private readonly TransitionGraph _world;
    private readonly ObservationCalls _observations;

    public RaceSituations(SuiteModel model, Alphabet alphabet, ExplorationResult exploration, ObservationCalls observations)
    {
        _model = model;
        _world = new(model, alphabet, exploration);
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

        // Of those that differ only in texts and counters the shortest will do.
        Situations =
        [
            .. Arrangements
                .OrderBy(arrange => arrange.Calls.Count)
                .DistinctBy(arrange => _world.KeyOf(Replay.StateAfter(_model, arrange, arrange.Calls[0])))
                .Select(Situation)
                .Where(s => s.Changes.Count > 0),
        ];
    }

    /// <summary>Calls that lead to some situation.</summary>
    public IReadOnlyList<Trace> Arrangements { get; }

    /// <summary>The situations in which something can be changed by calls at once.</summary>
    public IReadOnlyList<RaceSituation> Situations { get; }

    /// <summary>
    /// An action that makes rows is not raced where rows are put in order by their times:
    /// which of two made at once comes first is not for the spec to say.
    /// </summary>
    public static bool MayRace(SuiteModel model, OperationInfo operation) =>
        !model.Spec.Points.Any(p => p.IsByTime) || !model.Spec.Points.Any(p => p.Operation == operation.Name && p.Kind == PointKind.Created);

    private RaceSituation Situation(Trace arrange)
    {
        var partition = _model.PartitionOf(arrange.Calls[0]);
        var state = Replay.StateAfter(_model, arrange, arrange.Calls[0]);
        var steps = _world.StepsFrom(state, arrange.Calls.Count + 1, mostEffects: EffectsOfAKind)
            .Where(s => !_model.Operation(s.Request.Operation).IsReadOnly && MayRace(_model, _model.Operation(s.Request.Operation)) && !ServerChosenNumbers.AreIn(_model, s.Request))
            .ToList();
        return new(
            arrange,
            [.. steps.Where(s => s.Changes).Select(s => s.Request)],
            [.. steps.Where(s => s.Report.Refusal is { Violations.Count: 0 }).DistinctBy(s => _model.Decider(s.Report)?.Index).Select(s => s.Request)],
            _observations.Reading(partition, KnownIdentities.Of(_model, arrange.Calls)));
    }
}
