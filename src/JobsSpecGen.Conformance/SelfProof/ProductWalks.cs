using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Mutants;

namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>
/// Conversations at random, longer than a small world has room for. They prove nothing, but where one tells a mutant from the
/// spec, nobody can take it for equivalent.
/// </summary>
internal sealed class ProductWalks(SuiteModel model, ProductComparison comparison)
{
    private const int Walks = 1_500;
    private const int Longest = 16;
    private const int Seed = 20171129;

    /// <summary>The conversation that tells the two apart; null where none was found.</summary>
    public string? Difference(Mutation mutation, ReferenceGraph graph)
    {
        // Half of the calls are those by which states are reached, or most walks would be refused all the way.
        var arranging = graph.Calls.Where(c => c.Arranging).Select(c => c.Call).GroupBy(c => c.Operation).Select(g => g.ToList()).ToList();
        var all = graph.Calls.Select(c => c.Call).GroupBy(c => c.Operation).Select(g => g.ToList()).ToList();
        var random = new Random(Seed);
        var start = model.Suite.CreateState(model.PartitionOf(graph.Calls[0].Call));
        for (var walk = 0; walk < Walks; walk++)
        {
            var node = new ProductNode(start, start, null, null, 0);
            for (var i = 0; i < Longest; i++)
            {
                var from = random.Next(2) == 0 ? arranging : all;
                var calls = from[random.Next(from.Count)];
                var call = calls[random.Next(calls.Count)];
                if (comparison.Step(mutation, node, call) is not { } step)
                {
                    continue;
                }

                if (step.Differs)
                {
                    return string.Join(", then ", node.Calls().Append(call));
                }

                var isSame = step.RightAfter.Equals(step.WrongAfter);
                node = new(step.Right, isSame ? step.Right : step.Wrong, node, call, node.Depth + 1);
            }
        }

        return null;
    }
}
