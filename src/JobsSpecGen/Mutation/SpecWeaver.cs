using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Mutation;

/// <summary>Weaves every mutant of a spec into its steps, so that one compiled step function can play each of them.</summary>
internal static class SpecWeaver
{
    public static WovenSpec Weave(SpecModel spec)
    {
        var mutants = new MutantList();
        var operations = spec.Operations.Select(operation =>
        {
            mutants.Operation = operation.Name;
            return operation with { Steps = new StepWeaver(spec, operation, mutants).Weave(operation.Steps) };
        }).ToArray();
        return new WovenSpec(spec with { Operations = operations.ToEquatableArray() }, mutants.ToArray());
    }
}
