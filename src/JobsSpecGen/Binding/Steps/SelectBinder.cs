using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Binding.Expressions;
using JobsSpecGen.Binding.Nodes;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Steps;

/// <summary>Binds <c>select</c> and <c>selectAll</c>, and the query part that they share with <c>forEach</c>.</summary>
internal static class SelectBinder
{
    public static void BindFirst(MappingReader reader, BoundSteps bound, BindingContext context)
    {
        var name = reader.RequiredScalar("select");
        var query = BindQuery(reader, bound, context, out var collection);
        var isOrdered = reader.Optional("orderBy") is not null;
        var clause = ClauseReader.Read(reader, context, isOrdered && bound.Scope.IsOperation ? "The order of a 'select'" : null);
        var otherwise = MappingReader.Of(EndingBinder.Expand(reader.Required("otherwise")), "'otherwise'", context.Findings);
        var ending = otherwise is null ? null : EndingBinder.BindOtherwise(otherwise, bound.Scope, context);
        otherwise?.RejectOthers();
        MarkUnknown(name, collection, bound);
        if (name is null || collection is null || !Declare(name, new Variable(collection, IsList: false, clause), bound, context) || query is null || ending is null)
        {
            return;
        }

        var order = context.AccessPaths.Of(collection.Name).First(path => path.Number == query.Path).Order;
        var found = clause is null ? (int?)null : AddPoint(PointKind.Found, clause, isByTime: false, bound.Scope, name, context);
        bound.Add(new Step.Select(name.Value, query, found, ChosePoints(order, clause, bound.Scope, name, context), ending));
    }

    public static void BindAll(MappingReader reader, BoundSteps bound, BindingContext context)
    {
        var name = reader.RequiredScalar("selectAll");
        var query = BindQuery(reader, bound, context, out var collection);
        var clause = ClauseReader.Read(reader, context, bound.Scope.IsOperation ? "A 'selectAll'" : null);
        MarkUnknown(name, collection, bound);
        if (name is null || collection is null || !Declare(name, new Variable(collection, IsList: true, clause), bound, context) || query is null)
        {
            return;
        }

        var order = context.AccessPaths.Of(collection.Name).First(path => path.Number == query.Path).Order;
        var listed = clause is null ? (int?)null : AddPoint(PointKind.Listed, clause, IsByTime(order), bound.Scope, name, context);
        bound.Add(new Step.SelectAll(name.Value, query, listed, ChosePoints(order, clause, bound.Scope, name, context)));
    }

    /// <summary>Binds <c>from</c>, <c>where</c> and <c>orderBy</c>. The collection is returned even if the rest has errors, so that later steps can be bound.</summary>
    public static RowQuery? BindQuery(MappingReader reader, BoundSteps bound, BindingContext context, out CollectionModel? collection)
    {
        bound.Flush();
        var from = reader.RequiredScalar("from");
        var where = reader.OptionalScalar("where");
        var orderBy = reader.Scalars("orderBy");
        collection = from is null ? null : context.Collections.Find(from.Value);
        if (collection is null)
        {
            if (from is not null)
            {
                context.Findings.Add(BehaviourRules.UnknownName, from.Span, "collection", from.Value, Suggestion.For(from.Value, context.Collections.Names));
            }

            return null;
        }

        // In the condition the row has the collection's name for rows, whatever the name of the variable is.
        var scope = bound.Scope.With(collection.Row, new Variable(collection, IsList: false, ChoiceClause: null));
        var condition = ExprBinder.Bind(where, ExprType.Boolean, "'where'", context, scope, isCondition: true);
        var row = collection.Row;
        var order = orderBy.Select(key => BindOrderKey(key, row, context, scope)).ToArray();
        return (where is not null && condition is null) || order.Any(key => key is null)
            ? null
            : RowQueryBinder.Bind(collection, collection.Row, condition, order.Select(key => key!), context.AccessPaths);
    }

    /// <summary>Records that a variable is missing because its step has an error.</summary>
    public static void MarkUnknown(YamlScalar? name, CollectionModel? collection, BoundSteps bound)
    {
        if (name is null || collection is null)
        {
            bound.Scope = bound.Scope with { HasUnknownNames = true };
        }
    }

    /// <summary>Declares a variable for a row or rows; a name can be declared once in the steps.</summary>
    public static bool Declare(YamlScalar name, Variable variable, BoundSteps bound, BindingContext context)
    {
        if (!Names.IsMemberName(name.Value))
        {
            context.Findings.Add(ShapeRules.InvalidName, name.Span, name.Value, "a row", "a letter or underscore, then letters, digits and underscores");
            bound.Scope = bound.Scope with { HasUnknownNames = true };
            return false;
        }

        var taken = context.FixedMeaning(name.Value) is { } meaning ? meaning
            : bound.Scope.Variables.ContainsKey(name.Value) ? "what an earlier step selected"
            : context.Collections.Any(c => c.Row == name.Value && c.Name != variable.Collection.Name) ? "a row of another collection"
            : null;
        bound.Scope = bound.Scope.Variables.ContainsKey(name.Value)
            ? bound.Scope with { HasUnknownNames = true }
            : bound.Scope.With(name.Value, variable);
        if (taken is not null)
        {
            context.Findings.Add(BehaviourRules.VariableTaken, name.Span, name.Value, taken);
        }

        return taken is null;
    }

    private static OrderKey? BindOrderKey(YamlScalar scalar, string row, BindingContext context, Scope scope)
    {
        const string Suffix = " desc";
        var isDescending = scalar.Value.EndsWith(Suffix, System.StringComparison.Ordinal);
        var text = isDescending ? scalar.Value.Substring(0, scalar.Value.Length - Suffix.Length) : scalar.Value;
        var key = ExprBinder.Bind(scalar.WithValue(text), null, "A key of 'orderBy'", context, scope);
        if (key is null)
        {
            return null;
        }

        var isOrdered = key.Type.Kind is ShapeKind.Boolean or ShapeKind.Integer or ShapeKind.Timestamp or ShapeKind.Text;
        if (!isOrdered || !ExprFacts.DependsOnlyOn(key, row))
        {
            var found = isOrdered ? "made of other things than the row" : TypeText.Of(key.Type);
            context.Findings.Add(BehaviourRules.TypeMismatch, scalar.Span, "A key of 'orderBy'", $"a number, a timestamp, a text or a truth value of '{row}' alone", found);
            return null;
        }

        return new OrderKey(key, isDescending);
    }

    private static EquatableArray<int> ChosePoints(EquatableArray<OrderKey> order, string? clause, Scope scope, YamlScalar name, BindingContext context) =>
        clause is null
            ? default
            : order.Select(_ => AddPoint(PointKind.Chose, clause, IsByTime(order), scope, name, context)).ToArray().ToEquatableArray();

    private static bool IsByTime(EquatableArray<OrderKey> order) => order.Any(key => key.Key.Type.Kind == ShapeKind.Timestamp);

    private static int AddPoint(PointKind kind, string clause, bool isByTime, Scope scope, YamlScalar name, BindingContext context) =>
        context.AddPoint(new PointModel(scope.Operation, kind, clause) { IsByTime = isByTime }, name.Span);
}
