using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Mutants;
using JobsSpecGen.Conformance.Planning;

namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>What exhausting the product of the spec and a mutant found.</summary>
/// <param name="Pairs">How many pairs of states were exhausted, each with every call of the alphabet.</param>
/// <param name="IsComplete">Whether no pair was left: with no difference, the two are equivalent in the small world.</param>
/// <param name="Difference">The conversation that tells them apart; null: none.</param>
internal sealed record ProofResult(int Pairs, bool IsComplete, string? Difference);

/// <summary>
/// Exhausts the product of the spec and a mutant: the pairs of states that the same calls lead both to. Where no pair is
/// left and none gave a difference, no conversation <em>in the small world</em> tells the two apart. That world has one
/// partition (a step sees no other), every state that the alphabet's requests without optional members lead to, in each of them
/// every request with at most one (two names of each kind and one that nothing has, every value of an enumeration), and at most
/// <see cref="ReferenceGraph.MostRows"/> rows of a collection: a call that makes one more is compared, and what follows it is not.
/// Before that, longer conversations without that bound are tried at random, by a fixed seed: where the small world is too
/// small to tell the two apart, one of these mostly does.
/// States are the same that <see cref="ProductStateKey"/> holds to be the same, and each call has a time of its own. What the suite
/// cannot ask (an action of the environment that the spec refuses without a clause) is not asked here either, and two errors
/// that the spec accepts alike are no difference.
/// </summary>
internal sealed class EquivalenceProof
{
    private const int MostApart = 4_000;

    private readonly SuiteModel _model;
    private readonly ProductStateKey _keys;
    private readonly ProductComparison _comparison;
    private readonly ProductWalks _walks;
    private readonly Lazy<ReferenceGraph> _right;

    public EquivalenceProof(TestPlan plan)
    {
        _model = plan.Model;
        _keys = new(_model);
        _comparison = new(_model);
        _walks = new(_model, _comparison);
        _right = new(() => new ReferenceGraph(plan, _keys));
    }

    public ProofResult Prove(Mutation mutation)
    {
        if (mutation.HostOperator != HostMutationOperator.None)
        {
            return new(0, false, null);
        }

        if (mutation.BoundaryCalls.Count > 0 && JudgesAlike(mutation))
        {
            return new(mutation.BoundaryCalls.Count, true, null);
        }

        var graph = _right.Value;
        if (_walks.Difference(mutation, graph) is { } walked)
        {
            return new(0, false, walked);
        }

        var own = graph.Calls.Where(c => mutation.Concerns(c.Call.Operation)).Concat(mutation.BoundaryCalls.Select(c => (c, false, 0))).ToList();
        var all = graph.Calls.Concat(mutation.BoundaryCalls.Select(c => (c, false, 0))).ToList();
        var apart = new Queue<ProductNode>();
        var seen = new HashSet<(SpecValue, SpecValue)>();
        var isComplete = graph.IsComplete;
        foreach (var node in graph.Nodes)
        {
            if (Visit(mutation, node, own, apart, seen) is { } difference)
            {
                return new(graph.Nodes.Count, false, difference);
            }
        }

        while (apart.TryDequeue(out var node))
        {
            if (Visit(mutation, node, all, apart, seen) is { } difference)
            {
                return new(graph.Nodes.Count + seen.Count, false, difference);
            }

            if (seen.Count > MostApart)
            {
                isComplete = false;
                break;
            }
        }

        return new(graph.Nodes.Count + seen.Count, isComplete, null);
    }

    /// <summary>
    /// True for a mutant of a constraint that still refuses, as a request that breaks a constraint, each value at a boundary that
    /// the spec refuses so, and no other: that is judged before there is a state, so that it holds in every state. Then other
    /// constraints of the shape say the same.
    /// </summary>
    private bool JudgesAlike(Mutation mutation) => mutation.BoundaryCalls.All(call =>
    {
        var state = _model.Suite.CreateState(_model.PartitionOf(call));
        return CheckedStep.Of(_model, state, call, 1, 0).Refusal is { Violations.Count: > 0 } == mutation.Step(state, call, 1).Refusal is { Violations.Count: > 0 };
    });

    /// <summary>Makes every call on a pair; gives the conversation that tells the two apart, and notes the pairs in which they have parted.</summary>
    private string? Visit(Mutation mutation, ProductNode node, IReadOnlyList<(SpecCall Call, bool Arranging, int Optionals)> calls, Queue<ProductNode> apart, HashSet<(SpecValue, SpecValue)> seen)
    {
        foreach (var (call, isArranging, optionals) in calls)
        {
            if (_comparison.Step(mutation, node, call) is not { } step)
            {
                continue;
            }

            if (step.Differs)
            {
                return string.Join(", then ", node.Calls().Append(call));
            }

            var leadsOn = (isArranging && optionals == 0) || ReferenceEquals(node.Right, node.Wrong);
            if (leadsOn && !step.RightAfter.Equals(step.WrongAfter) && ReferenceGraph.IsWithin(step.RightAfter) && ReferenceGraph.IsWithin(step.WrongAfter)
                && _keys.Of(step.RightAfter, step.WrongAfter) is { Wrong.IsPresent: true } parted && seen.Add(parted))
            {
                apart.Enqueue(new(step.Right, step.Wrong, node, call, node.Depth + 1));
            }
        }

        return null;
    }
}
