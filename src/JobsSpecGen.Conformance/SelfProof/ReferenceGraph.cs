using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Mutants;
using JobsSpecGen.Conformance.Planning;

namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>
/// Every state of the spec in the small world, found once for all mutants: a mutant starts in the same state as the spec,
/// and stays with it until a call that it concerns leads the two apart.
/// </summary>
internal sealed class ReferenceGraph
{
    /// <summary>How many rows a collection of the small world has at most.</summary>
    public const int MostRows = 2;

    private const int MostStates = 20_000;

    public ReferenceGraph(TestPlan plan, ProductStateKey keys)
    {
        var model = plan.Model;
        Calls = [.. model.Spec.Operations.SelectMany(o => plan.Alphabet.Of(o.Name)).Where(r => r.Optionals < 2)
            .Select(r => (r.Call, r.Arranging, r.Optionals)).Where(c => model.IsValid(model.Operation(c.Call.Operation).Input, c.Call.Request))];
        var changing = Calls.Where(c => c.Arranging && c.Optionals == 0 && !model.Operation(c.Call.Operation).IsReadOnly).Select(c => c.Call).ToList();
        var start = model.Suite.CreateState(model.PartitionOf(Calls[0].Call));
        var nodes = new List<ProductNode> { new(start, start, null, null, 0) };
        var seen = new HashSet<(SpecValue, SpecValue)> { keys.Of(model.Suite.Inspect(start), model.Suite.Inspect(start)) };
        for (var i = 0; i < nodes.Count; i++)
        {
            var before = model.Suite.Inspect(nodes[i].Right);
            foreach (var call in changing)
            {
                var report = CheckedStep.Of(model, nodes[i].Right, ServerChosenRanks.Translate(model, before, call), nodes[i].Depth + 1, 0);
                if (report.Refusal is not null || model.Suite.Inspect(report.State) is var after && (!IsWithin(after) || !seen.Add(keys.Of(after, after))))
                {
                    continue;
                }

                if (nodes.Count == MostStates)
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

    /// <summary>Every call of the small world, and whether it is one by which its states are reached.</summary>
    public IReadOnlyList<(SpecCall Call, bool Arranging, int Optionals)> Calls { get; }

    public IReadOnlyList<ProductNode> Nodes { get; }

    /// <summary>False where there were more states than are looked at.</summary>
    public bool IsComplete { get; } = true;

    public static bool IsWithin(SpecValue.Record state) => state.Members.Values.All(v => v is not SpecValue.Sequence rows || rows.Items.Count <= MostRows);
}

/// <summary>A pair of states that the same calls lead the spec and a mutant to.</summary>
internal sealed record ProductNode(object Right, object Wrong, ProductNode? Parent, SpecCall? Call, int Depth)
{
    public IEnumerable<SpecCall> Calls() => Parent is null ? [] : Parent.Calls().Append(Call!);
}
