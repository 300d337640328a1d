namespace JobsSpecGen.Conformance.Planning;

/// <summary>A situation in which calls can be made that change something.</summary>
/// <param name="Arrange">The calls that lead to it.</param>
/// <param name="Changes">Calls that would change something there, one for each way through the step function.</param>
/// <param name="Reads">Calls that look at what there is.</param>
internal sealed record RaceSituation(Trace Arrange, IReadOnlyList<SpecCall> Changes, IReadOnlyList<SpecCall> Reads);

/// <summary>The situations in which clients are let loose: those in which the plan has seen some effect.</summary>
internal sealed class RaceWorld
{
    private readonly SuiteModel _model;
    private readonly SmallWorld _world;
    private readonly Probes _probes;

    public RaceWorld(FullPlan plan)
    {
        _model = plan.Model;
        _world = new(plan.Model, plan.Alphabet, plan.Exploration);
        _probes = plan.Probes;
        Situations =
        [
            .. plan.Model.Spec.Points
                .Where(p => p.Kind is PointKind.Wrote or PointKind.Created or PointKind.Removed)
                .SelectMany(p => plan.Exploration.Witnesses[p.Index])
                .Where(w => w.Report.Refusal is null)
                .SelectMany(w => new[] { w.Arrange, w.Arrange.Then(w.Call) })
                .Distinct()
                .Select(Situation)
                .OfType<RaceSituation>(),
        ];
    }

    public IReadOnlyList<RaceSituation> Situations { get; }

    /// <summary>
    /// An action that makes rows is not raced where rows are put in order by their times:
    /// which of two made at once comes first is not for the spec to say.
    /// </summary>
    public static bool MayRace(SuiteModel model, OperationInfo operation) =>
        !model.Spec.Points.Any(p => p.IsByTime) || !model.Spec.Points.Any(p => p.Operation == operation.Name && p.Kind == PointKind.Created);

    private RaceSituation? Situation(Trace arrange)
    {
        // What creates the first row of all has no call before it from which the partition could be told.
        var partition = arrange.Calls.Count > 0 ? _model.PartitionOf(arrange.Calls[0]) : SpecValue.Absent;
        if (!partition.IsPresent)
        {
            return null;
        }

        var state = Replay.StateAfter(_model, arrange, arrange.Calls[0]);
        var changes = _world.StepsFrom(state, arrange.Calls.Count + 1)
            .Where(s => s.Changes && MayRace(_model, _model.Operation(s.Request.Operation)) && !ChosenNumbers.AreIn(_model, s.Request))
            .Select(s => s.Request)
            .ToList();
        return changes.Count == 0 ? null : new(arrange, changes, _probes.Reading(partition, IdentitiesInPlay.Of(_model, arrange.Calls)));
    }
}
