using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Binding.Expressions;
using JobsSpecGen.Binding.Nodes;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Steps;

/// <summary>Binds <c>set</c>, <c>keep</c>, <c>create</c> and <c>remove</c>.</summary>
internal static class WriteBinder
{
    public static void Bind(string kind, MappingReader reader, BoundSteps bound, BindingContext context)
    {
        switch (kind)
        {
            case "set":
                BindSet(reader, bound, context);
                break;
            case "keep":
                BindKeep(reader, bound, context);
                break;
            case "create":
                BindCreate(reader, bound, context);
                break;
            default:
                BindRemove(reader, bound, context);
                break;
        }
    }

    private static void BindSet(MappingReader reader, BoundSteps bound, BindingContext context)
    {
        var clause = ClauseReader.Read(reader, context, bound.Scope.IsOperation ? "A 'set'" : null);
        RowTarget? target = null;
        var assignments = new List<Assignment>();
        foreach (var entry in reader.Entries("set"))
        {
            if (FieldPath.Find(entry.Key, bound.Scope, context) is not var (row, field))
            {
                continue;
            }

            if (Refusal(row, field, context) is { } why)
            {
                context.Findings.Add(BehaviourRules.FixedField, entry.Key.Span, entry.Key.Value, why);
            }
            else if (target is not null && target != row)
            {
                context.Findings.Add(BehaviourRules.FixedField, entry.Key.Span, entry.Key.Value, "one 'set' changes one row; use a second step");
            }
            else if (BindValue(entry.Value, field, bound.Scope, context) is { } value)
            {
                target = row;
                assignments.Add(new Assignment(field, value));
            }
        }

        if (target is null)
        {
            return;
        }

        bound.FlushFor(assignments.Select(a => a.Value).ToArray());
        var point = AddPoint(PointKind.Wrote, clause, target, assignments.Select(a => a.Field), bound.Scope, reader, context);
        bound.Add(new Step.Set(target, assignments.ToEquatableArray(), point));
        MarkDirty(target, bound);
    }

    private static void BindKeep(MappingReader reader, BoundSteps bound, BindingContext context)
    {
        var clause = ClauseReader.Read(reader, context, bound.Scope.IsOperation ? "A 'keep'" : null);
        var found = reader.Scalars("keep").Select(path => FieldPath.Find(path, bound.Scope, context)).Where(path => path is not null).Select(path => path!.Value).ToArray();
        foreach (var row in found.GroupBy(path => path.Row))
        {
            var fields = row.Select(path => path.Field).ToArray();
            var point = AddPoint(PointKind.Kept, clause, row.Key, fields, bound.Scope, reader, context);
            bound.Add(new Step.Keep(row.Key, fields.ToEquatableArray(), point));
        }
    }

    private static void BindCreate(MappingReader reader, BoundSteps bound, BindingContext context)
    {
        var name = reader.RequiredScalar("create");
        var into = reader.RequiredScalar("in");
        var clause = ClauseReader.Read(reader, context, bound.Scope.IsOperation ? "A 'create'" : null);
        var values = MappingReader.Of(reader.Required("with"), "'with'", context.Findings);
        if (name is null || into is null || values is null)
        {
            bound.Scope = bound.Scope with { HasUnknownNames = true };
            return;
        }

        if (context.Collections.Find(into.Value) is not { } collection)
        {
            context.Findings.Add(BehaviourRules.UnknownName, into.Span, "collection", into.Value, Suggestion.For(into.Value, context.Collections.Names));
            bound.Scope = bound.Scope with { HasUnknownNames = true };
            return;
        }

        var assignments = new List<Assignment>();
        var isComplete = true;
        foreach (var field in collection.Fields)
        {
            var initial = context.Lifecycles.FirstOrDefault(l => l.Collection == collection.Name && l.Field == field.Name)?.Initial;
            var node = values.Optional(field.Name);
            var value = node is not null ? BindValue(node, field, bound.Scope, context)
                : initial is not null ? new Expr.Literal(new LiteralValue.Enumerated(field.Shape, initial), TypeText.Of(context.Shapes[field.Shape], false))
                : null;
            if (value is not null)
            {
                assignments.Add(new Assignment(field, value));
            }
            else
            {
                isComplete = false;
                if (node is null)
                {
                    context.Findings.Add(BehaviourRules.MissingMember, name.Span, $"A new row of '{collection.Name}'", field.Name, field.Required ? string.Empty : $", or write '{field.Name}: null' for none");
                }
            }
        }

        values.RejectOthers();
        if (!SelectBinder.Declare(name, new Variable(collection, IsList: false, clause), bound, context) || !isComplete)
        {
            return;
        }

        bound.Flush();
        var point = AddPoint(PointKind.Created, clause, new RowTarget(name.Value, collection.Name), collection.Fields, bound.Scope, reader, context);
        bound.Add(new Step.Create(name.Value, collection.Name, assignments.ToEquatableArray(), point));
    }

    private static void BindRemove(MappingReader reader, BoundSteps bound, BindingContext context)
    {
        var clause = ClauseReader.Read(reader, context, bound.Scope.IsOperation ? "A 'remove'" : null);
        if (reader.RequiredScalar("remove") is not { } name)
        {
            return;
        }

        if (!bound.Scope.Variables.TryGetValue(name.Value, out var variable) || variable.IsList)
        {
            if (!bound.Scope.HasUnknownNames)
            {
                context.Findings.Add(BehaviourRules.UnknownName, name.Span, "row", name.Value, Suggestion.For(name.Value, bound.Scope.Variables.Where(v => !v.Value.IsList).Select(v => v.Key)));
            }

            return;
        }

        bound.Flush();
        var point = clause is null
            ? (int?)null
            : context.AddPoint(new PointModel(bound.Scope.Operation, PointKind.Removed, clause) { Fields = new[] { variable.Collection.Name }.ToEquatableArray() }, reader.Head);
        bound.Add(new Step.Remove(new RowTarget(name.Value, variable.Collection.Name), point));
    }

    private static Expr? BindValue(YamlNode node, Member field, Scope scope, BindingContext context)
    {
        var what = $"'{field.Name}'";
        var expected = TypeText.Of(context.Shapes[field.Shape], nullable: !field.Required);
        return ExprBinder.Bind(NodeReading.Scalar(node, what, context.Findings), expected, what, context, scope);
    }

    private static string? Refusal(RowTarget row, Member field, BindingContext context)
    {
        if (row.Collection is null)
        {
            return field == context.Partition!.Key ? "it names the partition" : null;
        }

        return context.Collections[row.Collection].Key.Contains(field.Name) ? "it is part of the key of its row"
            : context.Lifecycles.Any(l => l.Collection == row.Collection && l.Field == field.Name) ? "it has a lifecycle; use 'transition'"
            : null;
    }

    public static int? AddPoint(PointKind kind, string? clause, RowTarget target, IEnumerable<Member> fields, Scope scope, MappingReader reader, BindingContext context) =>
        clause is null
            ? null
            : context.AddPoint(
                new PointModel(scope.Operation, kind, clause)
                {
                    Fields = fields.Select(field => (target.Collection ?? context.Partition!.Row) + "." + field.Name).ToEquatableArray(),
                },
                reader.Head);

    public static void MarkDirty(RowTarget target, BoundSteps bound)
    {
        if (target.Collection is not null)
        {
            bound.Scope = bound.Scope with
            {
                Dirty = bound.Scope.Dirty.Add(target.Variable),
                Present = bound.Scope.Present.Except(bound.Scope.Present.Where(path => path.StartsWith(target.Variable + ".", System.StringComparison.Ordinal))),
            };
        }
    }
}
