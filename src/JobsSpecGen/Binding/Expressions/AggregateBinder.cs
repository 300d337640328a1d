using JobsSpecGen.Binding.Context;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Expressions;
using JobsSpecGen.Model;

namespace JobsSpecGen.Binding.Expressions;

/// <summary>Binds <c>any</c>, <c>count</c>, <c>sum</c>, <c>min</c> and <c>max</c> over the rows of a collection.</summary>
internal sealed class AggregateBinder(BindingContext context, ExprSource source, Scope scope, ExprBinder binder)
{
    public Expr? Bind(ExprSyntax.Aggregate aggregate)
    {
        AggregateKind? kind = aggregate.Function.Value switch
        {
            "any" => AggregateKind.Any,
            "count" => AggregateKind.Count,
            "sum" => AggregateKind.Sum,
            "min" => AggregateKind.Min,
            "max" => AggregateKind.Max,
            _ => null,
        };
        if (kind is null)
        {
            return binder.Report(BehaviourRules.UnknownName, aggregate.Function, "function over rows", aggregate.Function.Value, Suggestion.For(aggregate.Function.Value, ["any", "count", "sum", "min", "max"]));
        }

        var needsSelector = kind is AggregateKind.Sum or AggregateKind.Min or AggregateKind.Max;
        if (needsSelector != aggregate.Selector is not null)
        {
            var form = needsSelector ? "value for row in collection" : "row in collection";
            return binder.Report(BehaviourRules.ExpressionSyntax, aggregate, $"'{aggregate.Function.Value}' is written {aggregate.Function.Value}({form} where …)");
        }

        if (!context.Collections.TryGet(aggregate.Collection.Value, out var collection))
        {
            return binder.Report(BehaviourRules.UnknownName, aggregate.Collection, "collection", aggregate.Collection.Value, Suggestion.For(aggregate.Collection.Value, context.Collections.Names));
        }

        if ((context.FixedMeaning(aggregate.Variable.Value) ?? (scope.Variables.ContainsKey(aggregate.Variable.Value) ? "a row of an earlier step" : null)) is { } taken)
        {
            return binder.Report(BehaviourRules.VariableTaken, aggregate.Variable, aggregate.Variable.Value, taken);
        }

        return Bind(aggregate, kind.Value, collection);
    }

    private Expr? Bind(ExprSyntax.Aggregate aggregate, AggregateKind kind, CollectionModel collection)
    {
        var row = aggregate.Variable.Value;
        var inner = new ExprBinder(context, source, scope.With(row, new Variable(collection, IsList: false, ChoiceClause: null)));
        Expr? where = null;
        if (aggregate.Where is { } condition && (where = inner.BindCondition(condition, "What follows 'where'")) is null)
        {
            return null;
        }

        Expr? selector = null;
        if (aggregate.Selector is { } value && (selector = inner.BindAs(value, ExprType.Integer, "What is aggregated")) is null)
        {
            return null;
        }

        var query = RowQueryBinder.Bind(collection, row, where, [], context.AccessPaths);
        var type = kind switch
        {
            AggregateKind.Any => ExprType.Boolean,
            AggregateKind.Min or AggregateKind.Max => selector!.Type with { Nullable = true },
            _ => ExprType.Integer,
        };
        return new Expr.Aggregate(kind, query, selector, type);
    }
}
