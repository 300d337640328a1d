using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Mutants;
using JobsSpecGen.Conformance.Planning;

namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>Creates mutants of request validation. One mutation operator removes a constraint, the other moves a bound by one.</summary>
internal static class ConstraintMutations
{
    public static IEnumerable<Mutation> Of(TestPlan plan)
    {
        var model = plan.Model;
        var withCases = plan.Planned.Where(p => p.Kind == CaseKind.Boundary && p.Clause is not null).Select(p => p.Clause!).ToHashSet(StringComparer.Ordinal);
        foreach (var clause in model.Spec.Clauses.Where(c => c.IsConstraint && withCases.Contains(c.Id) && !IsRequiredValueType(model, c)))
        {
            var boundaryCalls = BoundaryCallsOf(plan, clause);
            yield return RemoveConstraint(model, clause) with { BoundaryCalls = boundaryCalls };
            foreach (var bound in MovedBound.Of(model, clause))
            {
                yield return MoveBound(model, clause, bound) with { BoundaryCalls = boundaryCalls };
            }
        }
    }

    /// <summary>
    /// True for a constraint that requires a number, a Boolean, a time or an enumeration. These are value types in C#, so that no call in
    /// process can omit one. Such a constraint has no mutants.
    /// </summary>
    private static bool IsRequiredValueType(SuiteModel model, ClauseInfo clause) => model.Spec.Shapes.Values.SelectMany(s => s.Members)
        .Any(m => m.RequiredClause == clause.Id && model.Shape(m.Shape).Kind is ShapeKind.Integer or ShapeKind.Boolean or ShapeKind.Timestamp or ShapeKind.Enumeration);

    /// <summary>Gets every request without optional members, with each boundary value of the shape of the constraint.</summary>
    private static IReadOnlyList<SpecCall> BoundaryCallsOf(TestPlan plan, ClauseInfo clause)
    {
        var boundaries = new ShapeBoundaries(plan.Model, plan.Alphabet.Classes.Samples);
        return [.. plan.Model.Spec.Operations.SelectMany(operation => plan.Alphabet.Of(operation.Name).Where(r => r.Optionals == 0).SelectMany(request =>
            plan.Model.Input(operation).Members
                .SelectMany(m => boundaries.OfMember(m, ValuePath.Of(m.Name)))
                .Where(e => clause.Id.StartsWith(e.Shape.Name + ".", StringComparison.Ordinal) && e.Path.Get(request.Call.Request).IsPresent)
                .Select(e => request.Call with { Request = e.Path.Set(request.Call.Request, e.Change(e.Path.Get(request.Call.Request))) }))).Distinct()];
    }

    private static Mutation RemoveConstraint(SuiteModel model, ClauseInfo clause) => new(
        new(-1, clause.Id, "every operation", "constraint forgotten", clause.Says),
        (state, call, now) => Step(model, state, call, now, Without(model, clause, call)));

    private static Mutation MoveBound(SuiteModel model, ClauseInfo clause, MovedBound bound) => new(
        new(-1, clause.Id, "every operation", "bound moved", bound.Detail),
        (state, call, now) =>
        {
            var violations = Without(model, clause, call);
            var isViolated = ShapeValues.In(model, model.Operation(call.Operation).Input, call.Request, bound.Shape).Any(value => !bound.Allows(value));
            return Step(model, state, call, now, isViolated ? [.. violations, new(clause.Id, "", bound.Detail)] : violations);
        });

    private static List<ConstraintViolation> Without(SuiteModel model, ClauseInfo clause, SpecCall call) =>
        [.. model.Suite.Validate(model.Operation(call.Operation).Input, call.Request).Where(v => v.Clause != clause.Id)];

    private static StepReport Step(SuiteModel model, object state, SpecCall call, long now, List<ConstraintViolation> violations) =>
        violations.Count > 0 ? CheckedStep.Refuse(model, state, violations) : model.Suite.StepMutant(0, state, call, now);
}
