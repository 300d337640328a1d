using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Binding.Expressions;
using JobsSpecGen.Binding.Nodes;
using JobsSpecGen.Binding.Shapes;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Steps;

/// <summary>Binds how a response, or the data of an error, is built from rows and expressions.</summary>
internal sealed class StructureBinder(BindingContext context, Scope scope, List<MemberSource> sources)
{
    /// <summary>Binds a mapping as the members of a structure; returns null after it has reported an error.</summary>
    public EquatableArray<BuiltMember>? Bind(YamlNode node, EquatableArray<Member> members, string structure, string path) =>
        MappingReader.Of(node, $"The structure '{structure}'", context.Findings) is { } reader
            ? BindMembers(reader, members, structure, path, new SourceRow(null, null, null))
            : null;

    private EquatableArray<BuiltMember>? BindMembers(MappingReader reader, EquatableArray<Member> members, string structure, string path, SourceRow from, string? condition = null)
    {
        var built = new List<BuiltMember>();
        var isComplete = true;
        foreach (var member in members)
        {
            var memberPath = path.Length == 0 ? member.Name : path + "." + member.Name;
            if (reader.Optional(member.Name) is { } node)
            {
                if (node is YamlScalar { IsNull: true } && !member.Required)
                {
                    continue;
                }

                var value = BindNode(node, member, memberPath, condition);
                isComplete &= value is not null;
                Add(built, member, value);
            }
            else if (from.Copy(member, context) is { } copy)
            {
                sources.Add(new MemberSource(memberPath, from.FieldOf(member), from.Clause, condition));
                Add(built, member, new Built.Value(copy, context.Shapes[member.Shape].EmptyIsAbsent && !member.Required));
            }
            else if (from.Variable is not null || member.Required)
            {
                context.Findings.Add(BehaviourRules.MissingMember, reader.Head, $"'{structure}'", member.Name, member.Required ? string.Empty : $", or write '{member.Name}: null' to leave it out");
                isComplete = false;
            }
        }

        reader.RejectOthers();
        return isComplete ? built.ToEquatableArray() : null;
    }

    private static void Add(List<BuiltMember> built, Member member, Built? value)
    {
        if (value is not null)
        {
            built.Add(new BuiltMember(member, value));
        }
    }

    private Built? BindNode(YamlNode node, Member member, string path, string? condition)
    {
        var shape = context.Shapes[member.Shape];
        switch (node)
        {
            case YamlScalar scalar:
                return BindExpression(scalar, member, shape, path, condition);
            case YamlSequence { Items.Count: 0 } when shape.Kind == ShapeKind.List:
                sources.Add(new MemberSource(path, null, null, condition));
                return new Built.EmptyList(shape.Name);
            case YamlMapping mapping:
                return BindMapping(mapping, member, shape, path, condition);
            default:
                context.Findings.Add(ShapeRules.WrongNode, node.Span, $"'{member.Name}'", "an expression, a mapping or []");
                return null;
        }
    }

    private Built? BindExpression(YamlScalar scalar, Member member, Shape shape, string path, string? condition)
    {
        var value = ExprBinder.Bind(scalar, TypeText.Of(shape, nullable: !member.Required), $"'{member.Name}'", context, scope);
        var field = value is Expr.Field f ? f : null;
        var variable = field is null ? null : scope.Variables[field.Variable];
        var fieldPath = field is null ? null : variable!.Collection.Name + "." + field.Member.Name;
        sources.Add(new MemberSource(path, fieldPath, variable?.ChoiceClause, condition));
        return value is null ? null : new Built.Value(value, shape.EmptyIsAbsent && !member.Required);
    }

    private Built? BindMapping(YamlMapping mapping, Member member, Shape shape, string path, string? outerCondition)
    {
        var reader = MappingReader.Of(mapping, $"'{member.Name}'", context.Findings)!;
        if (reader.OptionalScalar("$when") is not { } test)
        {
            return BindContent(reader, member, shape, path, outerCondition, scope);
        }

        var clause = ClauseReader.Read(reader, context, "A member with '$when'", "$");
        if (member.Required)
        {
            context.Findings.Add(ShapeRules.WrongNode, test.Span, $"'{member.Name}'", "optional in its structure, as '$when' may leave it out");
            return null;
        }

        var condition = ExprBinder.Bind(test, ExprType.Boolean, "'$when'", context, scope, isCondition: true);
        var inner = condition is null ? scope : scope.WithPresent(Narrowing.Paths(condition, holds: true));
        var content = BindContent(reader, member with { Required = true }, shape, path, clause, inner);
        if (condition is null || content is null)
        {
            return null;
        }

        var fields = content is Built.Value { Expression: Expr.Field f } ? new[] { scope.Variables[f.Variable].Collection.Name + "." + f.Member.Name } : [];
        int? Point(PointKind kind) => clause is null
            ? null
            : context.AddPoint(new PointModel(scope.Operation, kind, clause) { Fields = fields.ToEquatableArray() }, test.Span);
        return new Built.Conditional(condition, content, Point(PointKind.Present), Point(PointKind.LeftOut));
    }

    private Built? BindContent(MappingReader reader, Member member, Shape shape, string path, string? condition, Scope inner)
    {
        var binder = new StructureBinder(context, inner, sources);
        if (reader.OptionalScalar("$value") is { } value)
        {
            reader.RejectOthers();
            return binder.BindExpression(value, member, shape, path, condition);
        }

        if (shape.Kind == ShapeKind.List && reader.RequiredScalar("$each") is { } each)
        {
            return binder.BindEach(reader, each, shape, path, condition);
        }

        if (shape.Kind != ShapeKind.Structure)
        {
            if (shape.Kind != ShapeKind.List)
            {
                context.Findings.Add(ShapeRules.WrongNode, reader.Head, $"'{member.Name}'", "an expression");
            }

            return null;
        }

        var from = reader.OptionalScalar("$from");
        var row = from is null ? new SourceRow(null, null, null) : binder.FindRow(from, isList: false);
        if (row is null)
        {
            return null;
        }

        sources.Add(new MemberSource(path, null, row.Clause, condition));
        return binder.BindMembers(reader, shape.Members, shape.Name, path, row, condition) is { } members
            ? new Built.Structure(shape.Name, members)
            : null;
    }

    private Built? BindEach(MappingReader reader, YamlScalar list, Shape shape, string path, string? condition)
    {
        var element = context.Shapes[shape.Element!];
        if (FindRow(list, isList: true) is not { } rows)
        {
            return null;
        }

        if (element.Kind != ShapeKind.Structure)
        {
            context.Findings.Add(ShapeRules.WrongShapeKind, list.Span, "What '$each' fills", "a list of structures", shape.Name, "a list, each element of which is " + ShapeKinds.Describe(element.Kind));
            return null;
        }

        // Inside, each row has the collection's name for rows.
        var row = rows.Collection!.Row;
        var inner = new StructureBinder(context, scope.With(row, new Variable(rows.Collection, IsList: false, rows.Clause)), sources);
        sources.Add(new MemberSource(path, null, rows.Clause, condition));
        return inner.BindMembers(reader, element.Members, element.Name, path + "[]", rows with { Variable = row }, condition) is { } members
            ? new Built.Each(shape.Name, list.Value, row, members)
            : null;
    }

    private SourceRow? FindRow(YamlScalar name, bool isList)
    {
        if (scope.Variables.TryGetValue(name.Value, out var variable) && variable.IsList == isList)
        {
            return new SourceRow(name.Value, variable.Collection, variable.ChoiceClause);
        }

        if (!scope.HasUnknownNames)
        {
            var candidates = scope.Variables.Where(v => v.Value.IsList == isList).Select(v => v.Key);
            context.Findings.Add(BehaviourRules.UnknownName, name.Span, isList ? "list of rows" : "row", name.Value, Suggestion.For(name.Value, candidates));
        }

        return null;
    }
}
