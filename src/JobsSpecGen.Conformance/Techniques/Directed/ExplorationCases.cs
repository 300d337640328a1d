using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Directed;

/// <summary>
/// Plans the bounded exploration: every transition of the bounded model once. Transitions are joined to walks, because otherwise most calls
/// would only arrange a state. Observations follow every change and every series of refused calls.
/// </summary>
internal sealed class ExplorationCases(SuiteModel model, Alphabet alphabet, ExplorationResult exploration, ObservationCalls observations, CaseNames names)
{
    private const int MaxStates = 400;
    private const int MaxWalkLength = 60;

    private readonly TransitionGraph _graph = new(model, alphabet, exploration);

    /// <summary>By abstract state, the transitions that no walk has taken yet. They start at the representative of the abstract state.</summary>
    private readonly Dictionary<string, HashSet<StepSignature>> _untaken = new(StringComparer.Ordinal);

    public IEnumerable<TestCase> All()
    {
        foreach (var node in ReachableStates())
        {
            while (_untaken[node.Key].Count is > 0 and var previous)
            {
                var calls = WalkFrom(node);
                if (_untaken[node.Key].Count == previous)
                {
                    // The path to this state is already as long as a walk may be.
                    break;
                }

                var state = node.Key.Length == 0 ? "nothing" : node.Key;
                yield return new(
                    new(CaseKind.Exploration, names.Unique(CaseKind.Exploration, $"from {state}"), null),
                    new CaseScript.Sequence(calls));
            }
        }
    }

    /// <summary>A representative of each abstract state: the first that a breadth-first search reaches.</summary>
    private List<(string Key, Node Node)> ReachableStates()
    {
        var start = new Node(model.Suite.CreateState(model.PartitionOf(alphabet.Of(model.Spec.Operations[0].Name)[0].Call)), null, null, 0, []);
        var nodes = new List<(string Key, Node Node)> { (_graph.KeyOf(start.State), start) };
        var seen = new HashSet<string>(StringComparer.Ordinal) { nodes[0].Key };
        for (var i = 0; i < nodes.Count; i++)
        {
            var (current, node) = nodes[i];
            var steps = _graph.StepsFrom(node.State, node.Depth + 1);
            _untaken[current] = [.. steps.Select(s => s.Signature)];
            foreach (var step in steps.Where(s => s.Changes && nodes.Count < MaxStates))
            {
                var key = _graph.KeyOf(step.Report.State);
                if (seen.Add(key))
                {
                    nodes.Add((key, new(step.Report.State, node, step.Request, node.Depth + 1, [])));
                }
            }
        }

        return nodes;
    }

    /// <summary>A walk to a state and then along transitions that no walk has taken yet.</summary>
    private IReadOnlyList<SpecCall> WalkFrom((string Key, Node Node) node)
    {
        var walk = new Walk(model, observations, node.Node);
        var (key, state) = (node.Key, node.Node.State);
        while (walk.Calls.Count < MaxWalkLength && _untaken.TryGetValue(key, out var untaken) && untaken.Count > 0)
        {
            var available = _graph.StepsFrom(state, walk.Calls.Count + 1, untaken.Select(s => s.RequestClass).ToHashSet(StringComparer.Ordinal)).Where(s => untaken.Contains(s.Signature)).ToList();
            foreach (var step in available.Where(s => !s.Changes))
            {
                untaken.Remove(step.Signature);
                walk.AddUnchanging(step);
            }

            if (available.FirstOrDefault(s => s.Changes) is not { } change)
            {
                break;
            }

            untaken.Remove(change.Signature);
            state = walk.AddChanging(change);
            key = _graph.KeyOf(state);
        }

        walk.ObserveUnchanged();
        return walk.Calls;
    }
}
