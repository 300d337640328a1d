using JobsSpecGen.Conformance.Mutants;
using JobsSpecGen.Conformance.Planning;

namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>
/// The state graph of the spec in the bounded model of <see cref="EquivalenceProof"/>. It is computed once for all mutants: a mutant starts in
/// the same state as the spec, and their states are the same until a call that the mutation concerns makes them diverge.
/// </summary>
internal sealed class ReferenceGraph
{
    /// <summary>The largest number of rows of a collection in the bounded model.</summary>
    public const int MaxRows = 2;

    private const int MaxStates = 20_000;

    public ReferenceGraph(TestPlan plan, ProductStateKey keys)
    {
        var model = plan.Model;
        Calls = [.. model.Spec.Operations.SelectMany(o => plan.Alphabet.Of(o.Name)).Where(r => r.Optionals < 2)
            .Select(r => (r.Call, r.Arranging, r.Optionals)).Where(c => model.IsValid(model.Operation(c.Call.Operation).Input, c.Call.Request))];
        var arrangingCalls = Calls.Where(c => c.Arranging && c.Optionals == 0 && !model.Operation(c.Call.Operation).IsReadOnly).Select(c => c.Call).ToList();
        var start = model.Suite.CreateState(model.PartitionOf(Calls[0].Call));
        var nodes = new List<ProductNode> { new(start, start, null, null, 0) };
        var seen = new HashSet<(SpecValue, SpecValue)> { keys.Of(model.Suite.Inspect(start), model.Suite.Inspect(start)) };
        for (var i = 0; i < nodes.Count; i++)
        {
            var before = model.Suite.Inspect(nodes[i].ReferenceState);
            foreach (var call in arrangingCalls)
            {
                var report = CheckedStep.Of(model, nodes[i].ReferenceState, ServerChosenRanks.Translate(model, before, call), nodes[i].Depth + 1, 0);
                if (report.Refusal is not null || model.Suite.Inspect(report.State) is var after && (!IsWithinBound(after) || !seen.Add(keys.Of(after, after))))
                {
                    continue;
                }

                if (nodes.Count == MaxStates)
                {
                    IsComplete = false;
                    Nodes = nodes;
                    return;
                }

                nodes.Add(new(report.State, report.State, nodes[i], call, nodes[i].Depth + 1));
            }
        }

        Nodes = nodes;
    }

    /// <summary>Every call of the bounded model. The calls that are arranging and have no optional members lead to its states.</summary>
    public IReadOnlyList<(SpecCall Call, bool Arranging, int Optionals)> Calls { get; }

    public IReadOnlyList<ProductNode> Nodes { get; }

    /// <summary>False if the spec has more states than are explored.</summary>
    public bool IsComplete { get; } = true;

    public static bool IsWithinBound(SpecValue.Record state) => state.Members.Values.All(v => v is not SpecValue.Sequence rows || rows.Items.Count <= MaxRows);
}

/// <summary>A pair of states of the spec and a mutant that the same sequence of calls leads to.</summary>
internal sealed record ProductNode(object ReferenceState, object MutantState, ProductNode? Parent, SpecCall? Call, int Depth)
{
    public IEnumerable<SpecCall> Calls() => Parent is null ? [] : Parent.Calls().Append(Call!);
}
