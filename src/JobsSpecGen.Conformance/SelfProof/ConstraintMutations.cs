namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>Mutants of the check of a request: a constraint forgotten, or a bound moved by one each way.</summary>
internal static class ConstraintMutations
{
    public static IEnumerable<Mutation> Of(FullPlan plan)
    {
        var model = plan.Model;
        var asked = plan.Planned.Where(p => p.Kind == CaseKind.Boundary && p.Clause is not null).Select(p => p.Clause!).ToHashSet(StringComparer.Ordinal);
        foreach (var clause in model.Spec.Clauses.Where(c => c.IsConstraint && asked.Contains(c.Id)))
        {
            yield return Forgotten(model, clause);
            foreach (var bound in MovedBound.Of(model, clause))
            {
                yield return Moved(model, clause, bound);
            }
        }
    }

    private static Mutation Forgotten(SuiteModel model, ClauseInfo clause) => new(
        new(-1, clause.Id, "every operation", "constraint forgotten", clause.Says),
        (state, call, now) => Step(model, state, call, now, Without(model, clause, call)));

    private static Mutation Moved(SuiteModel model, ClauseInfo clause, MovedBound bound) => new(
        new(-1, clause.Id, "every operation", "bound moved", bound.Detail),
        (state, call, now) =>
        {
            var violations = Without(model, clause, call);
            var isBroken = ShapeValues.In(model, model.Operation(call.Operation).Input, call.Request, bound.Shape).Any(value => !bound.Allows(value));
            return Step(model, state, call, now, isBroken ? [.. violations, new(clause.Id, "", bound.Detail)] : violations);
        });

    private static List<ConstraintViolation> Without(SuiteModel model, ClauseInfo clause, SpecCall call) =>
        [.. model.Suite.Validate(model.Operation(call.Operation).Input, call.Request).Where(v => v.Clause != clause.Id)];

    private static StepReport Step(SuiteModel model, object state, SpecCall call, long now, List<ConstraintViolation> violations) =>
        violations.Count > 0 ? MutationList.Refuse(model, state, violations) : model.Suite.StepMutant(0, state, call, now);
}
