namespace JobsSpecGen.Conformance.Planning;

/// <summary>One case for each point of a clause that can be reached and seen.</summary>
internal sealed class WitnessCases(SuiteModel model, ExplorationResult exploration, CaseNames names)
{
    public IEnumerable<ScriptedCase> All()
    {
        foreach (var point in model.Spec.Points.Where(p => p.Clause is not null))
        {
            foreach (var witness in exploration.Witnesses[point.Index].Where(w => IsVisible(point, w)))
            {
                var name = $"{point.Clause} / {point.Operation} / {Word(point.Kind)}{Mix(point, witness)}";
                yield return new(
                    new(CaseKind.Witness, names.Unique(CaseKind.Witness, name), point.Clause),
                    new CaseScript.Single(witness.Arrange, witness.Call, Scrutiny.Full));
            }
        }
    }

    private static bool IsVisible(PointInfo point, Witness witness) =>
        point.Kind is not (PointKind.Wrote or PointKind.Kept or PointKind.Created or PointKind.Removed) || witness.Quality > 1;

    private string Mix(PointInfo point, Witness witness)
    {
        if (point.Kind is not (PointKind.Chose or PointKind.Listed) || model.Spec.Lifecycles.Count == 0)
        {
            return "";
        }

        var state = model.Suite.CreateState(model.PartitionOf(witness.Call));
        for (var i = 0; i < witness.Arrange.Calls.Count; i++)
        {
            state = model.Suite.Step(state, witness.Arrange.Calls[i], i + 1).State;
        }

        return " among " + WitnessBook.MixOf(model, state);
    }

    private static string Word(PointKind kind) => kind switch
    {
        PointKind.AnsweredInstead => "answered instead",
        PointKind.LeftOut => "left out",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
