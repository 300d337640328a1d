using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Mutants;
using JobsSpecGen.Conformance.Planning;

namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>The result of exploring the product of the spec and a mutant.</summary>
/// <param name="Pairs">The number of pairs of states that were explored, each with every call of the alphabet.</param>
/// <param name="IsComplete">True if all reachable pairs were explored. Without a difference, the mutant is then equivalent in the bounded model.</param>
/// <param name="Difference">The sequence of calls that distinguishes the mutant from the spec, or null.</param>
internal sealed record ProofResult(int Pairs, bool IsComplete, string? Difference);

/// <summary>
/// Proves that a mutant is equivalent to the spec within a bounded model. It explores the product of the two: the pairs of states that
/// the same calls lead to. If all pairs are explored without a difference, no sequence of calls <em>in the bounded model</em>
/// distinguishes the mutant from the spec.
/// </summary>
/// <remarks>
/// <para>
/// The bounded model has one partition, because a step sees no other. It has every state that requests of the alphabet without optional
/// members lead to. In each state it has every request with at most one optional member (two names of each kind and one unknown name,
/// every value of an enumeration). A collection has at most <see cref="ReferenceGraph.MaxRows"/> rows: the outcome of a call that adds
/// another row is compared, but the state after it is not explored.
/// </para>
/// <para>
/// Before that, random sequences of calls without the bound on rows are tried with a fixed seed. If the bounded model is too small to
/// distinguish a mutant, one of these usually does.
/// </para>
/// <para>
/// Two states are the same if they have the same <see cref="ProductStateKey"/>. Each call has its own time. The comparison follows the
/// suite: an environment action that the spec refuses without a clause is not compared, and two errors that the spec accepts alike
/// are not a difference.
/// </para>
/// </remarks>
internal sealed class EquivalenceProof
{
    private const int MaxDivergedPairs = 4_000;

    private readonly SuiteModel _model;
    private readonly ProductStateKey _keys;
    private readonly ProductComparison _comparison;
    private readonly ProductWalks _walks;
    private readonly Lazy<ReferenceGraph> _reference;

    public EquivalenceProof(TestPlan plan)
    {
        _model = plan.Model;
        _keys = new(_model);
        _comparison = new(_model);
        _walks = new(_model, _comparison);
        _reference = new(() => new ReferenceGraph(plan, _keys));
    }

    public ProofResult Prove(Mutation mutation)
    {
        if (mutation.HostOperator != HostMutationOperator.None)
        {
            return new(0, false, null);
        }

        if (mutation.BoundaryCalls.Count > 0 && RefusesSameBoundaries(mutation))
        {
            return new(mutation.BoundaryCalls.Count, true, null);
        }

        var graph = _reference.Value;
        if (_walks.Difference(mutation, graph) is { } randomDifference)
        {
            return new(0, false, randomDifference);
        }

        // While both are in the same state, only calls that the mutation concerns can differ.
        var affectedCalls = graph.Calls.Where(c => mutation.Concerns(c.Call.Operation)).Concat(mutation.BoundaryCalls.Select(c => (c, false, 0))).ToList();
        var allCalls = graph.Calls.Concat(mutation.BoundaryCalls.Select(c => (c, false, 0))).ToList();
        var diverged = new Queue<ProductNode>();
        var seen = new HashSet<(SpecValue, SpecValue)>();
        var isComplete = graph.IsComplete;
        foreach (var node in graph.Nodes)
        {
            if (Visit(mutation, node, affectedCalls, diverged, seen) is { } difference)
            {
                return new(graph.Nodes.Count, false, difference);
            }
        }

        while (diverged.TryDequeue(out var node))
        {
            if (Visit(mutation, node, allCalls, diverged, seen) is { } difference)
            {
                return new(graph.Nodes.Count + seen.Count, false, difference);
            }

            if (seen.Count > MaxDivergedPairs)
            {
                isComplete = false;
                break;
            }
        }

        return new(graph.Nodes.Count + seen.Count, isComplete, null);
    }

    /// <summary>
    /// True if the mutant of a constraint refuses exactly the boundary values that the spec refuses as invalid requests. Other constraints
    /// of the shape then refuse the same values. Constraints are checked before the state is read, so one state is enough.
    /// </summary>
    private bool RefusesSameBoundaries(Mutation mutation) => mutation.BoundaryCalls.All(call =>
    {
        var state = _model.Suite.CreateState(_model.PartitionOf(call));
        return CheckedStep.Of(_model, state, call, 1, 0).Refusal is { Violations.Count: > 0 } == mutation.Step(state, call, 1).Refusal is { Violations.Count: > 0 };
    });

    /// <summary>
    /// Makes every call in a pair of states. Returns the sequence of calls that distinguishes the mutant, or null. Pairs of different
    /// states are added to <paramref name="diverged"/>.
    /// </summary>
    private string? Visit(Mutation mutation, ProductNode node, IReadOnlyList<(SpecCall Call, bool Arranging, int Optionals)> calls, Queue<ProductNode> diverged, HashSet<(SpecValue, SpecValue)> seen)
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

            var isExplored = (isArranging && optionals == 0) || ReferenceEquals(node.ReferenceState, node.MutantState);
            if (isExplored && !step.ReferenceAfter.Equals(step.MutantAfter) && ReferenceGraph.IsWithinBound(step.ReferenceAfter) && ReferenceGraph.IsWithinBound(step.MutantAfter)
                && _keys.Of(step.ReferenceAfter, step.MutantAfter) is { Mutant.IsPresent: true } key && seen.Add(key))
            {
                diverged.Enqueue(new(step.ReferenceState, step.MutantState, node, call, node.Depth + 1));
            }
        }

        return null;
    }
}
