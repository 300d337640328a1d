using JobsSpecGen.Conformance.Mutants;
using JobsSpecGen.Conformance.Planning;

namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>Lists every mutant of a suite: the mutants of rules and of constraints.</summary>
internal static class MutationList
{
    public static IReadOnlyList<Mutation> Of(TestPlan plan) => [.. RuleMutations.Of(plan.Model), .. ConstraintMutations.Of(plan)];
}
