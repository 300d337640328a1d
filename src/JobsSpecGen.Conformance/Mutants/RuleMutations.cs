using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Mutants;

/// <summary>Every mutant of the rules: those woven into the step function, and those of the host that runs it.</summary>
internal static class RuleMutations
{
    public static IEnumerable<Mutation> Of(SuiteModel model) => model.Suite.Mutants
        .Select(info => new Mutation(info, (state, call, now) => CheckedStep.Of(model, state, call, now, info.Number)))
        .Concat(HostMutations.Of(model));
}
