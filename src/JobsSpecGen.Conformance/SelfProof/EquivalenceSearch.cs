namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>
/// Looks for a call that tells a mutant from the spec, breadth first over the pairs of states that both reach by the same calls.
/// Where the product is exhausted without one, up to the depth that is searched, the two are the same in the small world.
/// </summary>
internal sealed class EquivalenceSearch(FullPlan plan)
{
    private const int MostPairs = 300;
    private const int Deepest = 4;

    /// <summary>True: the same on everything reachable within the bounds. False: some call tells them apart.</summary>
    public bool IsEquivalent(Mutation mutation)
    {
        var model = plan.Model;
        var requests = model.Spec.Operations.SelectMany(operation => plan.Alphabet.Of(operation.Name)).ToList();
        var start = model.Suite.CreateState(model.PartitionOf(requests[0].Call));
        var seen = new HashSet<(SpecValue, SpecValue)> { (model.Suite.Inspect(start), model.Suite.Inspect(start)) };
        var queue = new Queue<(object Right, object Wrong, int Depth)>([(start, start, 0)]);
        while (queue.TryDequeue(out var pair))
        {
            foreach (var (call, _, isArranging, _) in requests)
            {
                var now = pair.Depth + 1;
                var right = MutationList.Checked(model, pair.Right, call, now, 0);
                var wrong = mutation.Step(pair.Wrong, call, now);
                if (!Equals(right.Response, wrong.Response) || !Equals(right.Refusal?.Error, wrong.Refusal?.Error) || !Equals(right.Refusal?.Data, wrong.Refusal?.Data))
                {
                    return false;
                }

                var key = (model.Suite.Inspect(right.State), model.Suite.Inspect(wrong.State));
                if (isArranging && pair.Depth + 1 < Deepest && seen.Count < MostPairs && seen.Add(key))
                {
                    queue.Enqueue((right.State, wrong.State, pair.Depth + 1));
                }
            }
        }

        return true;
    }
}
