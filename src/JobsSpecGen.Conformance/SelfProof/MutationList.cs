using JobsSpecGen.Conformance.Mutants;
using JobsSpecGen.Conformance.Planning;

namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>Every mutant of a suite: those of the rules and those of the constraints.</summary>
internal static class MutationList
{
    public static IReadOnlyList<Mutation> Of(TestPlan plan) => [.. RuleMutations.Of(plan.Model), .. ConstraintMutations.Of(plan)];
}
