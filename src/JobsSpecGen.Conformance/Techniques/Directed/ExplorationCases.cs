using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Directed;

/// <summary>
/// Bounded exploration: every transition of the small world once. The transitions are strung together to walks, because
/// most of the calls would otherwise only lead to a state. After each change a call looks at what it left, and after refused calls too.
/// </summary>
internal sealed class ExplorationCases(SuiteModel model, Alphabet alphabet, ExplorationResult exploration, ObservationCalls observations, CaseNames names)
{
    private const int MostStates = 400;
    private const int LongestWalk = 60;

    private readonly TransitionGraph _world = new(model, alphabet, exploration);

    /// <summary>Of each abstract state, the steps from its nearest state that no walk has taken yet.</summary>
    private readonly Dictionary<string, HashSet<StepSignature>> _left = new(StringComparer.Ordinal);

    public IEnumerable<TestCase> All()
    {
        foreach (var node in Reach())
        {
            while (_left[node.Key].Count is > 0 and var before)
            {
                var calls = WalkFrom(node);
                if (_left[node.Key].Count == before)
                {
                    // The way here is as long as a walk may be.
                    break;
                }

                var state = node.Key.Length == 0 ? "nothing" : node.Key;
                yield return new(
                    new(CaseKind.Exploration, names.Unique(CaseKind.Exploration, $"from {state}"), null),
                    new CaseScript.Sequence(calls));
            }
        }
    }

    /// <summary>One state for each abstract state, the nearest, breadth first.</summary>
    private List<(string Key, Node Node)> Reach()
    {
        var start = new Node(model.Suite.CreateState(model.PartitionOf(alphabet.Of(model.Spec.Operations[0].Name)[0].Call)), null, null, 0, []);
        var nodes = new List<(string Key, Node Node)> { (_world.KeyOf(start.State), start) };
        var seen = new HashSet<string>(StringComparer.Ordinal) { nodes[0].Key };
        for (var i = 0; i < nodes.Count; i++)
        {
            var (here, node) = nodes[i];
            var steps = _world.StepsFrom(node.State, node.Depth + 1);
            _left[here] = [.. steps.Select(s => s.Signature)];
            foreach (var step in steps.Where(s => s.Changes && nodes.Count < MostStates))
            {
                var key = _world.KeyOf(step.Report.State);
                if (seen.Add(key))
                {
                    nodes.Add((key, new(step.Report.State, node, step.Request, node.Depth + 1, [])));
                }
            }
        }

        return nodes;
    }

    /// <summary>Goes to a state, and from there on along transitions that no walk has taken yet.</summary>
    private IReadOnlyList<SpecCall> WalkFrom((string Key, Node Node) node)
    {
        var walk = new Walk(model, observations, node.Node);
        var (key, state) = (node.Key, node.Node.State);
        while (walk.Calls.Count < LongestWalk && _left.TryGetValue(key, out var left) && left.Count > 0)
        {
            var open = _world.StepsFrom(state, walk.Calls.Count + 1, left.Select(s => s.Asked).ToHashSet(StringComparer.Ordinal)).Where(s => left.Contains(s.Signature)).ToList();
            foreach (var step in open.Where(s => !s.Changes))
            {
                left.Remove(step.Signature);
                walk.Stay(step);
            }

            if (open.FirstOrDefault(s => s.Changes) is not { } change)
            {
                break;
            }

            left.Remove(change.Signature);
            state = walk.Move(change);
            key = _world.KeyOf(state);
        }

        walk.Look();
        return walk.Calls;
    }
}
