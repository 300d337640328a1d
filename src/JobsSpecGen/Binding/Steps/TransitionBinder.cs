using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Binding.Expressions;
using JobsSpecGen.Binding.Nodes;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Steps;

/// <summary>Binds <c>transition</c>: a move along a lifecycle, with a rejection for moves that are not allowed.</summary>
internal static class TransitionBinder
{
    public static void Bind(MappingReader reader, BoundSteps bound, BindingContext context)
    {
        var clause = ClauseReader.Read(reader, context, bound.Scope.IsOperation ? "A 'transition'" : null);
        var path = reader.RequiredScalar("transition");
        var to = reader.RequiredScalar("to");
        var by = reader.RequiredScalar("by");
        var otherwise = MappingReader.Of(EndingBinder.Expand(reader.Optional("otherwise")), "'otherwise'", context.Findings);
        var ending = otherwise is null ? null : BindRefusal(otherwise, bound.Scope, context);
        otherwise?.RejectOthers();
        if (path is null || to is null || by is null || FieldPath.Find(path, bound.Scope, context) is not var (target, field))
        {
            return;
        }

        var lifecycle = context.Lifecycles.FirstOrDefault(l => l.Collection == target.Collection && l.Field == field.Name);
        if (lifecycle is null && context.HasBrokenLifecycle)
        {
            return;
        }

        if (lifecycle is null)
        {
            context.Findings.Add(BehaviourRules.UnknownName, path.Span, "lifecycle", path.Value, Suggestion.For(path.Value, context.Lifecycles.Names));
            return;
        }

        if (lifecycle.Transitions.All(t => t.By != by.Value))
        {
            context.Findings.Add(BehaviourRules.UnknownName, by.Span, "actor", by.Value, Suggestion.For(by.Value, lifecycle.Transitions.Select(t => t.By)));
            return;
        }

        var value = ExprBinder.Bind(to, TypeText.Of(context.Shapes[field.Shape], false), "'to'", context, bound.Scope);
        if (value is null || (otherwise is not null && ending is null))
        {
            return;
        }

        var point = WriteBinder.AddPoint(PointKind.Wrote, clause, target, [field], bound.Scope, reader, context);
        bound.Add(new Step.Transition(target, field, lifecycle.Name, value, by.Value, point, ending));
        WriteBinder.MarkDirty(target, bound);
    }

    private static Ending.Refusal? BindRefusal(MappingReader otherwise, Scope scope, BindingContext context)
    {
        var ending = EndingBinder.BindOtherwise(otherwise, scope, context);
        if (ending is Ending.Answer)
        {
            context.Findings.Add(ShapeRules.WrongNode, otherwise.Head, "The 'otherwise' of a transition", "an error");
        }

        return ending as Ending.Refusal;
    }
}
