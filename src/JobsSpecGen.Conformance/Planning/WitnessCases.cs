namespace JobsSpecGen.Conformance.Planning;

/// <summary>One case for each point of a clause that can be reached and seen.</summary>
internal sealed class WitnessCases(SuiteModel model, Alphabet alphabet, ExplorationResult exploration, CaseNames names)
{
    public IEnumerable<ScriptedCase> All()
    {
        foreach (var point in model.Spec.Points.Where(p => p.Clause is not null))
        {
            foreach (var witness in exploration.Witnesses[point.Index].Where(w => IsVisible(point, w)))
            {
                var name = $"{point.Clause} / {point.Operation} / {Word(point.Kind)}{(string.IsNullOrEmpty(witness.Mix) ? "" : " " + witness.Mix)}";
                yield return new(
                    new(CaseKind.Witness, names.Unique(CaseKind.Witness, name), point.Clause),
                    new CaseScript.Single(witness.Arrange, witness.Call, Scrutiny.Full));
                if (point.Kind == PointKind.Refused && OtherSide(witness) is { } passing)
                {
                    yield return new(
                        new(CaseKind.Witness, names.Unique(CaseKind.Witness, $"{point.Clause} / {point.Operation} / passed"), point.Clause),
                        new CaseScript.Single(witness.Arrange, passing, Scrutiny.Full));
                }
            }
        }
    }

    /// <summary>The other side of a guard: in the same situation a request that differs in one member and is accepted.</summary>
    private SpecCall? OtherSide(Witness witness)
    {
        var state = Replay.StateAfter(model, witness.Arrange, witness.Call);
        return alphabet.Of(witness.Call.Operation).Select(r => r.Call)
            .Where(c => Differences(c.Request, witness.Call.Request) == 1)
            .FirstOrDefault(c => model.Suite.Step(state, c, witness.Arrange.Calls.Count + 1).Refusal is null);
    }

    private static int Differences(SpecValue.Record one, SpecValue.Record other) =>
        one.Members.Keys.Union(other.Members.Keys).Count(m => !one[m].Equals(other[m]));

    private static bool IsVisible(PointInfo point, Witness witness) =>
        point.Kind is not (PointKind.Wrote or PointKind.Kept or PointKind.Created or PointKind.Removed) || witness.Quality > 1;

    private static string Word(PointKind kind) => kind switch
    {
        PointKind.AnsweredInstead => "answered instead",
        PointKind.LeftOut => "left out",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
