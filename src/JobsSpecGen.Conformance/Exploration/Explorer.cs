using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Exploration;

/// <summary>
/// Breadth-first search over the step function in a small world of one partition.
/// Deterministic: bounded by counts, never by time.
/// </summary>
internal sealed class Explorer(SuiteModel model, Alphabet alphabet, ObservationCalls observations)
{
    private const int DeepestTrace = 5;
    private const int DeepestMix = 3;
    private const int MostSteps = 50_000;
    private const int MostStates = 3_000;

    private readonly StateKey _keys = new(model);
    private readonly WitnessIndex _book = new(model, new Observability(model, observations));
    private readonly SituationIndex _situations = new(model);
    private int _steps;

    public ExplorationResult Explore()
    {
        var partition = alphabet.Classes.Samples.First(model.Input(model.Spec.Operations[0]).Members
            .First(m => m.Name == model.Spec.Operations[0].PartitionMember).Shape);
        var nodes = Spread(new Node(model.Suite.CreateState(partition), null, null, 0, new int[model.IdentityShapes.Count]));
        PairUp(nodes);
        return new(_book.All(), _situations.All(), nodes.Count, _steps) { Details = _book.Details() };
    }

    /// <summary>The search proper, with requests that deviate from the simplest in one optional member at most.</summary>
    private List<Node> Spread(Node root)
    {
        var nodes = new List<Node> { root };
        var seen = new HashSet<SpecValue> { _keys.Of(root.State) };
        _situations.Note(root);
        for (var i = 0; i < nodes.Count && _steps < MostSteps && !IsDone(nodes[i]); i++)
        {
            foreach (var operation in model.Spec.Operations)
            {
                var wanted = _book.Wants(operation.Name);
                var chooses = _book.Chooses(operation.Name);
                foreach (var request in alphabet.Of(operation.Name))
                {
                    if (request.Optionals > 1)
                    {
                        break;
                    }

                    if ((wanted || (request.Arranging && !operation.IsReadOnly) || (chooses && request.Optionals == 0)) && Try(nodes[i], operation, request) is { } next
                        && request.Arranging && nodes.Count < MostStates && seen.Add(_keys.Of(next.State)))
                    {
                        nodes.Add(next);
                        _situations.Note(next);
                    }
                }
            }
        }

        return nodes;
    }

    /// <summary>Choices are tried on all mixes of rows up to a depth; everything else until it was found.</summary>
    private bool IsDone(Node node) =>
        _book.IsComplete && _situations.IsComplete
        && (node.Depth > DeepestMix || !model.Spec.Operations.Any(o => _book.Chooses(o.Name)));

    /// <summary>A second pass for the operations with points that no simple request reached: two optional members at once.</summary>
    private void PairUp(List<Node> nodes)
    {
        var budget = _steps + MostSteps;
        foreach (var node in nodes)
        {
            foreach (var operation in model.Spec.Operations.Where(o => _book.Lacks(o.Name)))
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
            // The second name before the first would only repeat what the first shows.
            return null;
        }

        _steps++;
        var report = model.Suite.Step(node.State, request.Call, node.Depth + 1);
        if (operation.IsEnvironment && report.Refusal is not null)
        {
            return null;
        }

        _book.Note(node, request.Call, report, isPlain: request.Optionals == 0);
        return report.Refusal is not null || operation.IsReadOnly || node.Depth >= DeepestTrace || ReferenceEquals(report.State, node.State)
            ? null
            : new(report.State, node, request.Call, node.Depth + 1, Used(node, request));
    }

    private static int[] Used(Node node, GraphRequest request)
    {
        var used = (int[])node.Used.Clone();
        foreach (var (shape, example) in request.Identities)
        {
            used[shape] = Math.Max(used[shape], example + 1);
        }

        return used;
    }
}
