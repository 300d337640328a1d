using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Exploration;

/// <summary>
/// Breadth-first search over the step function in a bounded model with one partition.
/// The search is deterministic: its bounds are counts, never times.
/// </summary>
internal sealed class Explorer(SuiteModel model, Alphabet alphabet, ObservationCalls observations)
{
    private const int MaxTraceLength = 5;
    private const int MaxCandidatesDepth = 3;
    private const int MaxSteps = 50_000;
    private const int MaxStates = 3_000;

    private readonly StateKey _keys = new(model);
    private readonly WitnessIndex _witnesses = new(model, new Observability(model, observations));
    private readonly SituationIndex _situations = new(model);
    private int _steps;

    public ExplorationResult Explore()
    {
        var partition = alphabet.Classes.Samples.First(model.Input(model.Spec.Operations[0]).Members
            .First(m => m.Name == model.Spec.Operations[0].PartitionMember).Shape);
        var nodes = Search(new Node(model.Suite.CreateState(partition), null, null, 0, new int[model.IdentityShapes.Count]));
        SearchPairs(nodes);
        return new(_witnesses.All(), _situations.All(), nodes.Count, _steps) { Details = _witnesses.Details() };
    }

    /// <summary>The main search, with requests that have at most one optional member.</summary>
    private List<Node> Search(Node root)
    {
        var nodes = new List<Node> { root };
        var seen = new HashSet<SpecValue> { _keys.Of(root.State) };
        _situations.Record(root);
        for (var i = 0; i < nodes.Count && _steps < MaxSteps && !IsDone(nodes[i]); i++)
        {
            foreach (var operation in model.Spec.Operations)
            {
                var needsWitness = _witnesses.NeedsBetterWitness(operation.Name);
                var hasSelection = _witnesses.HasSelection(operation.Name);
                foreach (var request in alphabet.Of(operation.Name))
                {
                    if (request.Optionals > 1)
                    {
                        break;
                    }

                    if ((needsWitness || (request.Arranging && !operation.IsReadOnly) || (hasSelection && request.Optionals == 0)) && Try(nodes[i], operation, request) is { } next
                        && request.Arranging && nodes.Count < MaxStates && seen.Add(_keys.Of(next.State)))
                    {
                        nodes.Add(next);
                        _situations.Record(next);
                    }
                }
            }
        }

        return nodes;
    }

    /// <summary>Selections are executed on all states up to a depth, to cover different candidate rows. Other points are searched only until they have a witness.</summary>
    private bool IsDone(Node node) =>
        _witnesses.IsComplete && _situations.IsComplete
        && (node.Depth > MaxCandidatesDepth || !model.Spec.Operations.Any(o => _witnesses.HasSelection(o.Name)));

    /// <summary>The second search, for operations with points that no simple request reached. Its requests have two optional members.</summary>
    private void SearchPairs(List<Node> nodes)
    {
        var budget = _steps + MaxSteps;
        foreach (var node in nodes)
        {
            foreach (var operation in model.Spec.Operations.Where(o => _witnesses.LacksGoodWitness(o.Name)))
            {
                foreach (var request in alphabet.Of(operation.Name).Where(r => r.Optionals > 1))
                {
                    if (_steps >= budget)
                    {
                        return;
                    }

                    Try(node, operation, request);
                }
            }
        }
    }

    private Node? Try(Node node, OperationInfo operation, GraphRequest request)
    {
        if (request.Identities.Any(i => i.Example > node.Used[i.Shape]))
        {
            // By symmetry, a request with the second name before the first was used shows nothing new.
            return null;
        }

        _steps++;
        var report = model.Suite.Step(node.State, request.Call, node.Depth + 1);
        if (operation.IsEnvironment && report.Refusal is not null)
        {
            return null;
        }

        _witnesses.Record(node, request.Call, report, hasNoOptionals: request.Optionals == 0);
        return report.Refusal is not null || operation.IsReadOnly || node.Depth >= MaxTraceLength || ReferenceEquals(report.State, node.State)
            ? null
            : new(report.State, node, request.Call, node.Depth + 1, UsedExamples(node, request));
    }

    private static int[] UsedExamples(Node node, GraphRequest request)
    {
        var used = (int[])node.Used.Clone();
        foreach (var (shape, example) in request.Identities)
        {
            used[shape] = Math.Max(used[shape], example + 1);
        }

        return used;
    }
}
