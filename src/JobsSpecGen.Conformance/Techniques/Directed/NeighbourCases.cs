using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Directed;

/// <summary>
/// Two of everything: what an operation does to one row, done while other rows are there that differ from it in a name only.
/// The same is then asked of those others, so that it does not matter which of them a wrong backend takes. Whatever the
/// operation's conditions on names leave out, the wrong row is there to be taken.
/// </summary>
internal sealed class NeighbourCases(SuiteModel model, Alphabet alphabet, ExplorationResult exploration, CaseNames names)
{
    private readonly HashSet<Trace> _seen = [];

    public IEnumerable<TestCase> All()
    {
        // With names of one kind only, the witnesses with the names in the other order do the same.
        var isCrowded = model.Spec.Operations.Where(o => Names(o).Count > 1).ToList();
        var crowd = exploration.Witnesses.SelectMany(w => w).OrderByDescending(w => Rows(w.Arrange)).ThenBy(w => w.Arrange.Calls.Count).FirstOrDefault();
        if (crowd is null)
        {
            yield break;
        }

        foreach (var operation in isCrowded)
        {
            foreach (var way in Ways(operation))
            {
                foreach (var renaming in Renamings(operation))
                {
                    if (Script(way, crowd, renaming) is { } script && _seen.Add(new Trace([.. script.Arrange.Calls, .. script.Calls.Calls])))
                    {
                        var clause = Clause(way.Report);
                        yield return new(
                            new(CaseKind.Witness, names.Unique(CaseKind.Witness, $"{clause} / {operation.Name} / beside another {string.Join(" and ", renaming)}"), clause),
                            script);
                    }
                }
            }
        }
    }

    /// <summary>The others first, then the row itself; the call on it, and at last the call on the other.</summary>
    private CaseScript.SeveralCalls? Script(Witness way, Witness crowd, IReadOnlyList<string> renaming)
    {
        var other = Rename(way.Call, renaming);
        var arrange = new List<SpecCall>();
        var state = model.Suite.CreateState(model.PartitionOf(way.Call));
        StepReport? report = null;
        foreach (var call in crowd.Arrange.Calls.Select(c => Rename(c, renaming)).Concat(way.Arrange.Calls).Append(way.Call))
        {
            report = model.Suite.Step(state, call, arrange.Count + 1);
            if (report.Refusal is null)
            {
                arrange.Add(call);
                state = report.State;
            }
        }

        return Equals(other, way.Call) || report?.Refusal is not null ? null : new(new Trace([.. arrange.SkipLast(1)]), new Trace([way.Call, other]));
    }

    /// <summary>The fewest witnesses that pass every point which an accepted call of the operation can pass.</summary>
    private List<Witness> Ways(OperationInfo operation)
    {
        var all = model.Spec.Points.Where(p => p.Operation == operation.Name && p.Kind is PointKind.Wrote or PointKind.Created or PointKind.Removed or PointKind.Kept)
            .SelectMany(p => exploration.Witnesses[p.Index])
            .Where(w => w.Call.Operation == operation.Name && w.Report.Refusal is null && w.Arrange.Calls.Count > 0)
            .OrderByDescending(w => w.Report.Points.Distinct().Count()).ThenBy(w => w.Arrange.Calls.Count).ToList();
        var (chosen, passed) = (new List<Witness>(), new HashSet<int>());
        foreach (var witness in all.Where(w => w.Report.Points.Any(p => !passed.Contains(p))))
        {
            chosen.Add(witness);
            passed.UnionWith(witness.Report.Points);
        }

        return chosen;
    }

    private IReadOnlyList<string> Names(OperationInfo operation) =>
        [.. IdentityShapes().Where(shape => shape != Partition(operation))];

    private IEnumerable<string> IdentityShapes() => model.IdentityShapes.Where(shape => alphabet.Classes.Samples.Of(shape).Count == 2);

    private string? Partition(OperationInfo operation) =>
        model.IdentityOf(model.Shape(model.Input(operation).Members.First(m => m.Name == operation.PartitionMember).Shape));

    /// <summary>Each kind of name alone, then all at once.</summary>
    private IEnumerable<IReadOnlyList<string>> Renamings(OperationInfo operation) =>
        Names(operation).Select(n => (IReadOnlyList<string>)[n]).Append(Names(operation)).DistinctBy(r => string.Join(",", r));

    private SpecCall Rename(SpecCall call, IReadOnlyList<string> kinds) => call with
    {
        Request = (SpecValue.Record)Values.Map(model, model.Operation(call.Operation).Input, call.Request, (shape, value, _) =>
            model.IdentityOf(shape) is { } identity && kinds.Contains(identity) && alphabet.Classes.ExampleIndex(identity, value) is var index and >= 0
                ? alphabet.Classes.Samples.Of(identity)[1 - index]
                : value),
    };

    private int Rows(Trace trace) =>
        trace.Calls.Count == 0 ? 0 : StateRows.Of(model, model.Suite.Inspect(Replay.StateAfter(model, trace, trace.Calls[0]))).Count;

    private string? Clause(StepReport report) =>
        model.Points(report).LastOrDefault(p => p is { Clause: not null, Kind: PointKind.Wrote or PointKind.Created or PointKind.Removed })?.Clause
        ?? model.Points(report).LastOrDefault(p => p.Clause is not null)?.Clause;
}
