namespace JobsSpecGen.Conformance.Planning;

/// <summary>
/// Bounded exploration: every transition of the small world once. The transitions are strung together to walks, because
/// most of the calls would otherwise only lead to a state. After each change a call looks at what it left, and after refused calls too.
/// </summary>
internal sealed class ExplorationCases(SuiteModel model, Alphabet alphabet, ExplorationResult exploration, Probes probes, CaseNames names)
{
    private const int MostStates = 400;
    private const int LongestWalk = 60;

    private readonly SmallWorld _world = new(model, alphabet, exploration);
    private readonly HashSet<(string State, string Step)> _covered = [];

    /// <summary>How many steps of the nearest state of each abstract one no walk has taken yet.</summary>
    private readonly Dictionary<string, HashSet<string>> _left = new(StringComparer.Ordinal);

    public IEnumerable<ScriptedCase> All()
    {
        foreach (var node in Reach())
        {
            _left[node.Key] = [.. _world.StepsFrom(node.Node.State, node.Node.Depth + 1).Select(s => s.Signature).Where(s => !_covered.Contains((node.Key, s)))];
            while (WalkFrom(node) is { New: > 0 } walk)
            {
                var state = node.Key.Length == 0 ? "nothing" : node.Key;
                yield return new(
                    new(CaseKind.Exploration, names.Unique(CaseKind.Exploration, $"from {state}"), null),
                    new CaseScript.Sequence(walk.Calls));
            }
        }
    }

    /// <summary>One state for each abstract state, the nearest, breadth first.</summary>
    private List<(string Key, Node Node)> Reach()
    {
        var start = new Node(model.Suite.CreateState(model.PartitionOf(alphabet.Of(model.Spec.Operations[0].Name)[0].Call)), null, null, 0, []);
        var nodes = new List<(string Key, Node Node)> { (_world.KeyOf(start.State), start) };
        var seen = new HashSet<string>(StringComparer.Ordinal) { nodes[0].Key };
        for (var i = 0; i < nodes.Count && nodes.Count < MostStates; i++)
        {
            var node = nodes[i].Node;
            foreach (var step in _world.StepsFrom(node.State, node.Depth + 1).Where(s => s.Changes))
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
    private (int New, IReadOnlyList<SpecCall> Calls) WalkFrom((string Key, Node Node) node)
    {
        var walk = new Walk(model, probes, node.Node);
        var (key, state) = (node.Key, node.Node.State);
        var found = 0;
        while (walk.Calls.Count < LongestWalk && (!_left.TryGetValue(key, out var left) || left.Count > 0))
        {
            var open = _world.StepsFrom(state, walk.Calls.Count + 1).Where(s => !_covered.Contains((key, s.Signature))).ToList();
            foreach (var step in open.Where(s => !s.Changes))
            {
                found += Cover(key, step);
                walk.Stay(step);
            }

            if (open.FirstOrDefault(s => s.Changes) is not { } change)
            {
                break;
            }

            found += Cover(key, change);
            state = walk.Move(change);
            key = _world.KeyOf(state);
        }

        walk.Look();
        return (found, walk.Calls);
    }

    private int Cover(string key, WorldStep step)
    {
        if (_left.TryGetValue(key, out var left))
        {
            left.Remove(step.Signature);
        }

        return _covered.Add((key, step.Signature)) ? 1 : 0;
    }
}
