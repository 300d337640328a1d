using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Mutants;

/// <summary>Executes a step of a mutant after the request has been validated by the original constraints.</summary>
internal static class CheckedStep
{
    /// <summary>Executes mutant number <paramref name="mutant"/> of the step function. 0 executes the original, as does a suite without mutants.</summary>
    public static StepReport Of(SuiteModel model, object state, SpecCall call, long now, int mutant)
    {
        var violations = model.Suite.Validate(model.Operation(call.Operation).Input, call.Request);
        return violations.Count > 0 ? Refuse(model, state, violations)
            : model.Suite.Mutants.Count == 0 ? model.Suite.Step(state, call, now)
            : model.Suite.StepMutant(mutant, state, call, now);
    }

    public static StepReport Refuse(SuiteModel model, object state, IReadOnlyList<ConstraintViolation> violations) =>
        new(state, null, new(model.Spec.InvalidInputError, new SpecValue.Record([]), violations), [], []);
}
