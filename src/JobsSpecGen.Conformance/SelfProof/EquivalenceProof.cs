namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>What exhausting the product of the spec and a mutant found.</summary>
/// <param name="Pairs">How many pairs of states were exhausted, each with every call of the alphabet.</param>
/// <param name="IsComplete">Whether no pair was left: with no difference, the two are equivalent in the small world.</param>
/// <param name="Difference">The conversation that tells them apart; null: none.</param>
internal sealed record ProofResult(int Pairs, bool IsComplete, string? Difference);

/// <summary>
/// Exhausts the product of the spec and a mutant: the pairs of states that the same calls lead both to. Where no pair is
/// left and none gave a difference, no conversation <em>in the small world</em> tells the two apart. That world has one
/// partition (a step sees no other), the alphabet's requests with at most one optional member (two names of each kind and one
/// that nothing has, every value of an enumeration), states that its arranging requests lead to, and at most
/// <see cref="RightGraph.MostRows"/> rows of a collection: a call that makes one more is compared, and what follows it is not.
/// States are the same that <see cref="PairKey"/> holds to be the same, and each call has a time of its own. What the suite
/// cannot ask (an action of the environment that the spec refuses without a clause) is not asked here either, and two errors
/// that the spec accepts alike are no difference.
/// </summary>
internal sealed class EquivalenceProof
{
    private const int MostApart = 500;

    private readonly SuiteModel _model;
    private readonly PairKey _keys;
    private readonly PairComparison _comparison;
    private readonly Lazy<RightGraph> _right;

    public EquivalenceProof(FullPlan plan)
    {
        _model = plan.Model;
        _keys = new(_model);
        _comparison = new(_model);
        _right = new(() => new RightGraph(plan, _keys));
    }

    public ProofResult Prove(Mutation mutation)
    {
        if (mutation.SharesPartitions)
        {
            return new(0, false, null);
        }

        var graph = _right.Value;
        var own = graph.Calls.Where(c => mutation.Concerns(c.Call.Operation)).Concat(mutation.Edges.Select(c => (c, false))).ToList();
        var all = graph.Calls.Concat(mutation.Edges.Select(c => (c, false))).ToList();
        var apart = new Queue<PairNode>();
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

    /// <summary>Makes every call on a pair; gives the conversation that tells the two apart, and notes the pairs in which they have parted.</summary>
    private string? Visit(Mutation mutation, PairNode node, IReadOnlyList<(SpecCall Call, bool Arranging)> calls, Queue<PairNode> apart, HashSet<(SpecValue, SpecValue)> seen)
    {
        var now = node.Depth + 1;
        var isSame = ReferenceEquals(node.Right, node.Wrong);
        var rightBefore = _model.Suite.Inspect(node.Right);
        var wrongBefore = isSame ? rightBefore : _model.Suite.Inspect(node.Wrong);
        foreach (var (call, isArranging) in calls)
        {
            var asked = ChosenRanks.Translate(_model, rightBefore, call);
            var right = MutationList.Checked(_model, node.Right, asked, now, 0);
            if (right.Refusal is not null && _model.Operation(call.Operation).IsEnvironment && _model.Decider(_model.Suite.Step(node.Right, asked, now))?.Clause is null)
            {
                continue;
            }

            var wrong = mutation.Step(node.Wrong, isSame ? asked : ChosenRanks.Translate(_model, wrongBefore, call), now);
            var rightState = right.Refusal is null ? right.State : node.Right;
            var (rightAfter, wrongAfter) = (_model.Suite.Inspect(rightState), _model.Suite.Inspect(wrong.State));
            if (_comparison.Differs(call, right, wrong, rightAfter, wrongAfter, () => _model.Suite.Step(node.Right, asked, now)))
            {
                return string.Join(", then ", node.Calls().Append(call));
            }

            var hasParted = !rightAfter.Equals(wrongAfter);
            if (hasParted && (isArranging || isSame) && RightGraph.IsWithin(rightAfter) && RightGraph.IsWithin(wrongAfter) && seen.Add(_keys.Of(rightAfter, wrongAfter)))
            {
                apart.Enqueue(new(rightState, wrong.State, node, call, now));
            }
        }

        return null;
    }
}
