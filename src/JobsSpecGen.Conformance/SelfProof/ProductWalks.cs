using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Mutants;

namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>
/// Random walks through the product of the spec and a mutant, without the bounds of the bounded model. They cannot prove that a mutant is
/// equivalent, but a walk that distinguishes it from the spec proves that it is not.
/// </summary>
internal sealed class ProductWalks(SuiteModel model, ProductComparison comparison)
{
    private const int Walks = 1_500;
    private const int MaxLength = 16;
    private const int Seed = 20171129;

    /// <summary>Gets a sequence of calls that distinguishes the mutant from the spec, or null if no walk found one.</summary>
    public string? Difference(Mutation mutation, ReferenceGraph graph)
    {
        // Half of the calls are arranging calls. Otherwise most calls of a walk would be refused.
        var arranging = graph.Calls.Where(c => c.Arranging).Select(c => c.Call).GroupBy(c => c.Operation).Select(g => g.ToList()).ToList();
        var all = graph.Calls.Select(c => c.Call).GroupBy(c => c.Operation).Select(g => g.ToList()).ToList();
        var random = new Random(Seed);
        var start = model.Suite.CreateState(model.PartitionOf(graph.Calls[0].Call));
        for (var walk = 0; walk < Walks; walk++)
        {
            var node = new ProductNode(start, start, null, null, 0);
            for (var i = 0; i < MaxLength; i++)
            {
                var callsByOperation = random.Next(2) == 0 ? arranging : all;
                var calls = callsByOperation[random.Next(callsByOperation.Count)];
                var call = calls[random.Next(calls.Count)];
                if (comparison.Step(mutation, node, call) is not { } step)
                {
                    continue;
                }

                if (step.Differs)
                {
                    return string.Join(", then ", node.Calls().Append(call));
                }

                var isSame = step.ReferenceAfter.Equals(step.MutantAfter);
                node = new(step.ReferenceState, isSame ? step.ReferenceState : step.MutantState, node, call, node.Depth + 1);
            }
        }

        return null;
    }
}
