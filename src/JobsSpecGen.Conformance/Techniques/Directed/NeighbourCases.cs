using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Directed;

/// <summary>
/// Plans calls on a row beside other rows that differ from it only in a name. The same call on those other rows follows, so that it does
/// not matter which row a faulty backend selects. Where a backend ignores any condition on a name, a wrong row exists that it can select.
/// </summary>
internal sealed class NeighbourCases(SuiteModel model, Alphabet alphabet, ExplorationResult exploration, CaseNames names)
{
    private readonly HashSet<Trace> _seen = [];

    public IEnumerable<TestCase> All()
    {
        // Operations with one kind of name are left out: the witnesses with swapped names already cover them.
        var operations = model.Spec.Operations.Where(o => NameKinds(o).Count > 1).ToList();
        var neighbours = exploration.Witnesses.SelectMany(w => w).OrderByDescending(w => RowCount(w.Arrange)).ThenBy(w => w.Arrange.Calls.Count).FirstOrDefault();
        if (neighbours is null)
        {
            yield break;
        }

        foreach (var operation in operations)
        {
            foreach (var witness in PathWitnesses(operation))
            {
                foreach (var renaming in Renamings(operation))
                {
                    if (Script(witness, neighbours, renaming) is { } script && _seen.Add(new Trace([.. script.Arrange.Calls, .. script.Calls.Calls])))
                    {
                        var clause = Clause(witness.Report);
                        yield return new(
                            new(CaseKind.Witness, names.Unique(CaseKind.Witness, $"{clause} / {operation.Name} / beside another {string.Join(" and ", renaming)}"), clause),
                            script);
                    }
                }
            }
        }
    }

    /// <summary>
    /// Arranges the other rows, then the row itself. The tested calls are the call on the row and the same call on the other one; null where
    /// they are refused or equal.
    /// </summary>
    private CaseScript.SeveralCalls? Script(Witness witness, Witness neighbours, IReadOnlyList<string> renaming)
    {
        var other = Rename(witness.Call, renaming);
        var arrange = new List<SpecCall>();
        var state = model.Suite.CreateState(model.PartitionOf(witness.Call));
        StepReport? report = null;
        foreach (var call in neighbours.Arrange.Calls.Select(c => Rename(c, renaming)).Concat(witness.Arrange.Calls).Append(witness.Call))
        {
            report = model.Suite.Step(state, call, arrange.Count + 1);
            if (report.Refusal is null)
            {
                arrange.Add(call);
                state = report.State;
            }
        }

        return Equals(other, witness.Call) || report?.Refusal is not null ? null : new(new Trace([.. arrange.SkipLast(1)]), new Trace([witness.Call, other]));
    }

    /// <summary>A small set of witnesses that together pass every point that an accepted call of the operation can pass.</summary>
    private List<Witness> PathWitnesses(OperationInfo operation)
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

    private IReadOnlyList<string> NameKinds(OperationInfo operation) =>
        [.. IdentityShapes().Where(shape => shape != PartitionKind(operation))];

    private IEnumerable<string> IdentityShapes() => model.IdentityShapes.Where(shape => alphabet.Classes.Samples.Of(shape).Count == 2);

    private string? PartitionKind(OperationInfo operation) =>
        model.IdentityOf(model.Shape(model.Input(operation).Members.First(m => m.Name == operation.PartitionMember).Shape));

    /// <summary>The kinds of names to replace: each kind alone, then all kinds together.</summary>
    private IEnumerable<IReadOnlyList<string>> Renamings(OperationInfo operation) =>
        NameKinds(operation).Select(n => (IReadOnlyList<string>)[n]).Append(NameKinds(operation)).DistinctBy(r => string.Join(",", r));

    private SpecCall Rename(SpecCall call, IReadOnlyList<string> kinds) => call with
    {
        Request = (SpecValue.Record)Values.Map(model, model.Operation(call.Operation).Input, call.Request, (shape, value, _) =>
            model.IdentityOf(shape) is { } identity && kinds.Contains(identity) && alphabet.Classes.ExampleIndex(identity, value) is var index and >= 0
                ? alphabet.Classes.Samples.Of(identity)[1 - index]
                : value),
    };

    private int RowCount(Trace trace) =>
        trace.Calls.Count == 0 ? 0 : StateRows.Of(model, model.Suite.Inspect(Replay.StateAfter(model, trace, trace.Calls[0]))).Count;

    private string? Clause(StepReport report) =>
        model.Points(report).LastOrDefault(p => p is { Clause: not null, Kind: PointKind.Wrote or PointKind.Created or PointKind.Removed })?.Clause
        ?? model.Points(report).LastOrDefault(p => p.Clause is not null)?.Clause;
}
