namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>
/// Looks for a call that tells a mutant from the spec, breadth first over the pairs of states that both reach by the same calls.
/// Both the depth and the number of pairs are bounded, so that finding none is a strong hint and no proof.
/// </summary>
internal sealed class DifferenceSearch(FullPlan plan)
{
    private const int MostPairs = 300;
    private const int Deepest = 4;

    /// <summary>True where no call within the bounds tells the mutant from the spec.</summary>
    public bool FindsNoDifference(Mutation mutation)
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
