using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Binding.Expressions;
using JobsSpecGen.Binding.Nodes;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Steps;

/// <summary>Binds steps that contain other steps.</summary>
internal static class FlowBinder
{
    public static void BindWhen(MappingReader reader, BoundSteps bound, BindingContext context, StepBinder steps)
    {
        var condition = ExprBinder.Bind(reader.RequiredScalar("when"), ExprType.Boolean, "The condition of 'when'", context, bound.Scope, isCondition: true);
        bound.FlushFor(condition);
        var unclear = bound.Scope with { HasUnknownConditions = true };
        var thenScope = condition is null ? unclear : bound.Scope.WithPresent(Narrowing.Paths(condition, holds: true));
        var elseScope = condition is null ? unclear : bound.Scope.WithPresent(Narrowing.Paths(condition, holds: false));
        var then = steps.Bind(reader.Required("then"), thenScope);
        var otherwise = reader.Optional("else") is { } node ? steps.Bind(node, elseScope) : new BoundSteps(elseScope);
        bound.Scope = Join(bound.Scope, then, otherwise);
        bound.Ends = then.Ends && otherwise.Ends;
        if (condition is not null)
        {
            bound.Add(new Step.When(condition, then.Steps, otherwise.Steps));
        }
    }

    public static void BindForEach(MappingReader reader, BoundSteps bound, BindingContext context, StepBinder steps)
    {
        var name = reader.RequiredScalar("forEach");
        var query = SelectBinder.BindQuery(reader, bound, context, out var collection);
        var before = bound.Scope;
        var body = reader.Required("do");
        SelectBinder.MarkUnknown(name, collection, bound);
        if (name is null || collection is null || !SelectBinder.Declare(name, new Variable(collection, IsList: false, ChoiceClause: null), bound, context))
        {
            return;
        }

        var inner = steps.Bind(body, bound.Scope).Flush();
        bound.Scope = before;
        if (inner.Ends)
        {
            context.Findings.Add(ShapeRules.WrongNode, name.Span, "What 'forEach' does", "more than an answer or a refusal; use 'select' for the first row");
        }

        if (query is not null)
        {
            bound.Add(new Step.ForEach(name.Value, query, inner.Steps));
        }
    }

    /// <summary>The scope after two branches: the intersection of both, or that of the one branch that does not end the operation.</summary>
    private static Scope Join(Scope before, BoundSteps then, BoundSteps otherwise)
    {
        if (then.Ends)
        {
            return otherwise.Scope;
        }

        if (otherwise.Ends)
        {
            return then.Scope;
        }

        var variables = then.Scope.Variables.Where(v => otherwise.Scope.Variables.TryGetValue(v.Key, out var other)
            && other.Collection == v.Value.Collection && other.IsList == v.Value.IsList);
        return before with
        {
            Variables = before.Variables.SetItems(variables),
            Present = then.Scope.Present.Intersect(otherwise.Scope.Present),
            Dirty = then.Scope.Dirty.Union(otherwise.Scope.Dirty),
            HasUnknownNames = then.Scope.HasUnknownNames || otherwise.Scope.HasUnknownNames,
            HasUnknownConditions = then.Scope.HasUnknownConditions || otherwise.Scope.HasUnknownConditions,
        };
    }
}
