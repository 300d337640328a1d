using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Mutation;

/// <summary>Applies the mutation operators to all steps of a spec. The result is one step function with all mutants, of which one can be activated by number.</summary>
internal static class SpecMutator
{
    public static MutatedSpec Mutate(SpecModel spec)
    {
        var mutants = new MutantList();
        var operations = spec.Operations.Select(operation =>
        {
            mutants.Operation = operation.Name;
            return operation with { Steps = new StepMutator(spec, operation, mutants).Mutate(operation.Steps) };
        }).ToArray();
        return new MutatedSpec(spec with { Operations = operations.ToEquatableArray() }, mutants.ToArray());
    }
}
