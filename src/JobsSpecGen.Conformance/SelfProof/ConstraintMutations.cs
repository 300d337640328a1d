using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Mutants;
using JobsSpecGen.Conformance.Planning;

namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>Mutants of the check of a request: a constraint forgotten, or a bound moved by one each way.</summary>
internal static class ConstraintMutations
{
    public static IEnumerable<Mutation> Of(TestPlan plan)
    {
        var model = plan.Model;
        var asked = plan.Planned.Where(p => p.Kind == CaseKind.Boundary && p.Clause is not null).Select(p => p.Clause!).ToHashSet(StringComparer.Ordinal);
        foreach (var clause in model.Spec.Clauses.Where(c => c.IsConstraint && asked.Contains(c.Id) && !CannotLack(model, c)))
        {
            var boundaries = BoundariesOf(plan, clause);
            yield return Forgotten(model, clause) with { BoundaryCalls = boundaries };
            foreach (var bound in MovedBound.Of(model, clause))
            {
                yield return Moved(model, clause, bound) with { BoundaryCalls = boundaries };
            }
        }
    }

    /// <summary>
    /// A record in C# cannot lack a number, a truth value, a time or an enumeration, so that no call in process can leave one
    /// out. Such a mutant is out of the set by rule.
    /// </summary>
    private static bool CannotLack(SuiteModel model, ClauseInfo clause) => model.Spec.Shapes.Values.SelectMany(s => s.Members)
        .Any(m => m.RequiredClause == clause.Id && model.Shape(m.Shape).Kind is ShapeKind.Integer or ShapeKind.Boolean or ShapeKind.Timestamp or ShapeKind.Enumeration);

    /// <summary>Every request with no optional member, changed by each value at a boundary of the shape that the constraint is of.</summary>
    private static IReadOnlyList<SpecCall> BoundariesOf(TestPlan plan, ClauseInfo clause)
    {
        var boundaries = new ShapeBoundaries(plan.Model, plan.Alphabet.Classes.Samples);
        return [.. plan.Model.Spec.Operations.SelectMany(operation => plan.Alphabet.Of(operation.Name).Where(r => r.Optionals == 0).SelectMany(request =>
            plan.Model.Input(operation).Members
                .SelectMany(m => boundaries.OfMember(m, ValuePath.Of(m.Name)))
                .Where(e => clause.Id.StartsWith(e.Shape.Name + ".", StringComparison.Ordinal) && e.Path.Get(request.Call.Request).IsPresent)
                .Select(e => request.Call with { Request = e.Path.Set(request.Call.Request, e.Change(e.Path.Get(request.Call.Request))) }))).Distinct()];
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
        violations.Count > 0 ? CheckedStep.Refuse(model, state, violations) : model.Suite.StepMutant(0, state, call, now);
}
