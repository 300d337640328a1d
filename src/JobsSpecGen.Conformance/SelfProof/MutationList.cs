namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>Every mutant of a suite: those woven into its step function, and those of what lies around it.</summary>
internal static class MutationList
{
    public static IReadOnlyList<Mutation> Of(FullPlan plan) => [.. OfRules(plan.Model), .. ConstraintMutations.Of(plan)];

    /// <summary>All but those of constraints.</summary>
    public static IEnumerable<Mutation> OfRules(SuiteModel model) => model.Suite.Mutants
        .Select(info => new Mutation(info, (state, call, now) => Checked(model, state, call, now, info.Number)))
        .Concat(HostMutations.Of(model));

    /// <summary>Plays a mutant of the step function behind the right check of the request; 0 plays none, as does a suite without mutants.</summary>
    public static StepReport Checked(SuiteModel model, object state, SpecCall call, long now, int mutant)
    {
        var violations = model.Suite.Validate(model.Operation(call.Operation).Input, call.Request);
        return violations.Count > 0 ? Refuse(model, state, violations)
            : model.Suite.Mutants.Count == 0 ? model.Suite.Step(state, call, now)
            : model.Suite.StepMutant(mutant, state, call, now);
    }

    public static StepReport Refuse(SuiteModel model, object state, IReadOnlyList<ConstraintViolation> violations) =>
        new(state, null, new(model.Spec.InvalidInputError, new SpecValue.Record([]), violations), [], []);
}
