using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Mutants;

/// <summary>All mutants of the rules: those that the generator compiled into the step function, and those of the host that executes it.</summary>
internal static class RuleMutations
{
    public static IEnumerable<Mutation> Of(SuiteModel model) => model.Suite.Mutants
        .Select(info => new Mutation(info, (state, call, now) => CheckedStep.Of(model, state, call, now, info.Number)))
        .Concat(HostMutations.Of(model));
}
