using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Directed;

/// <summary>Plans a case for each point of a clause that is reachable and observable, by its witnesses.</summary>
internal sealed class WitnessCases(SuiteModel model, Alphabet alphabet, ExplorationResult exploration, CaseNames names)
{
    public IEnumerable<TestCase> All()
    {
        foreach (var point in model.Spec.Points.Where(p => p.Clause is not null))
        {
            foreach (var witness in exploration.Witnesses[point.Index].Where(w => IsObservable(point, w)))
            {
                var name = $"{point.Clause} / {point.Operation} / {Label(point.Kind)}{(string.IsNullOrEmpty(witness.Candidates) ? "" : " " + witness.Candidates)}";
                yield return new(
                    new(CaseKind.Witness, names.Unique(CaseKind.Witness, name), point.Clause),
                    new CaseScript.OneCall(witness.Arrange, witness.Call, ObservationLevel.Full));
                if (point.Kind is PointKind.Chose or PointKind.Listed && WithSwappedNames(witness) is { } swapped)
                {
                    yield return new(
                        new(CaseKind.Witness, names.Unique(CaseKind.Witness, name + ", names swapped"), point.Clause),
                        swapped);
                }

                if (point.Kind == PointKind.Refused && WithAllOptionalMembers(point, witness) is { } fullest)
                {
                    yield return new(
                        new(CaseKind.Witness, names.Unique(CaseKind.Witness, name + " with all optional members"), point.Clause),
                        new CaseScript.OneCall(witness.Arrange, fullest, ObservationLevel.Full));
                }

                if (point.Kind == PointKind.Refused && AcceptedVariant(witness) is { } passing)
                {
                    yield return new(
                        new(CaseKind.Witness, names.Unique(CaseKind.Witness, $"{point.Clause} / {point.Operation} / passed"), point.Clause),
                        new CaseScript.OneCall(witness.Arrange, passing, ObservationLevel.Full));
                }
            }
        }

        foreach (var (index, detail, witness) in exploration.Details)
        {
            var point = model.Point(index);
            yield return new(
                new(CaseKind.Witness, names.Unique(CaseKind.Witness, $"{point.Clause} / {point.Operation} / {Label(point.Kind)}, {detail}"), point.Clause),
                new CaseScript.OneCall(witness.Arrange, witness.Call, ObservationLevel.Full));
        }
    }

    /// <summary>
    /// The witness with its two example names swapped, so that the order of the names is not the order of creation; null where that changes
    /// nothing.
    /// </summary>
    private CaseScript.OneCall? WithSwappedNames(Witness witness)
    {
        var trace = witness.Arrange.Then(witness.Call);
        var swapped = trace.Calls.Select(SwapNames).ToList();
        return swapped.SequenceEqual(trace.Calls) || DistinctNames(trace) < 2 ? null : new(new Trace([.. swapped.SkipLast(1)]), swapped[^1], ObservationLevel.Full);
    }

    private int DistinctNames(Trace trace) => trace.Calls.SelectMany(c => Values.Identities(model, c)).Where(i => !Equals(i.Shape, PartitionShape(trace))).Distinct().Count();

    private string PartitionShape(Trace trace)
    {
        var operation = model.Operation(trace.Calls[0].Operation);
        return model.IdentityOf(model.Shape(model.Input(operation).Members.First(m => m.Name == operation.PartitionMember).Shape)) ?? "";
    }

    private SpecCall SwapNames(SpecCall call)
    {
        var operation = model.Operation(call.Operation);
        var partition = model.PartitionOf(call);
        var request = (SpecValue.Record)Values.Map(model, operation.Input, call.Request, (shape, value, _) =>
            model.IdentityOf(shape) is { } identity && alphabet.Classes.ExampleIndex(identity, value) is var index and >= 0
                && alphabet.Classes.Samples.Of(identity) is [var first, var second]
                ? index == 0 ? second : first
                : value);
        return call with { Request = request.With(operation.PartitionMember, partition) };
    }

    /// <summary>The refused request with every optional member with which it is still refused for the same reason only; null where there is none.</summary>
    private SpecCall? WithAllOptionalMembers(PointInfo point, Witness witness)
    {
        var state = Replay.StateAfter(model, witness.Arrange, witness.Call);
        var operation = model.Operation(witness.Call.Operation);
        var call = witness.Call;
        foreach (var member in model.Input(operation).Members.Where(m => !m.Required && !call.Request[m.Name].IsPresent && !model.Shape(m.Shape).ServerChosen))
        {
            var candidates = alphabet.Classes.Of(operation, member).Reverse().Where(v => v is not SpecValue.Record { Members.Count: 0 })
                .Select(v => call with { Request = call.Request.With(member.Name, v) });
            call = candidates.FirstOrDefault(c => model.Suite.Step(state, c, witness.Arrange.Calls.Count + 1) is { Refusal: not null, Faults: [var only] } && only == point.Index) ?? call;
        }

        return call == witness.Call ? null : call;
    }

    /// <summary>A request for the other side of a guard: it differs from the refused one in one member and is accepted in the same state.</summary>
    private SpecCall? AcceptedVariant(Witness witness)
    {
        var state = Replay.StateAfter(model, witness.Arrange, witness.Call);
        return alphabet.Of(witness.Call.Operation).Select(r => r.Call)
            .Where(c => Differences(c.Request, witness.Call.Request) == 1)
            .FirstOrDefault(c => model.Suite.Step(state, c, witness.Arrange.Calls.Count + 1).Refusal is null);
    }

    private static int Differences(SpecValue.Record one, SpecValue.Record other) =>
        one.Members.Keys.Union(other.Members.Keys).Count(m => !one[m].Equals(other[m]));

    private static bool IsObservable(PointInfo point, Witness witness) =>
        point.Kind is not (PointKind.Wrote or PointKind.Kept or PointKind.Created or PointKind.Removed) || witness.Quality > 1;

    private static string Label(PointKind kind) => kind switch
    {
        PointKind.AnsweredInstead => "answered instead",
        PointKind.LeftOut => "left out",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
