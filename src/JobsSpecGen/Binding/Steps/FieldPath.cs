using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Binding.Expressions;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Steps;

/// <summary>Reads <c>row.field</c> where a step names a field to set, keep or move.</summary>
internal static class FieldPath
{
    public static (RowTarget Row, Member Field)? Find(YamlScalar path, Scope scope, BindingContext context)
    {
        var parts = path.Value.Split('.');
        var partition = context.Partition!;
        var source = new ExprSource(path);
        if (parts.Length != 2)
        {
            context.Findings.Add(ShapeRules.WrongNode, path.Span, "What is written", "a field of a row, for instance row.field");
            return null;
        }

        var isPartition = parts[0] == partition.Row;
        if (!isPartition && (!scope.Variables.TryGetValue(parts[0], out var found) || found.IsList))
        {
            if (!scope.HasUnknownNames)
            {
                var rows = scope.Variables.Where(v => !v.Value.IsList).Select(v => v.Key).Append(partition.Row);
                context.Findings.Add(BehaviourRules.UnknownName, source.SpanOf(0, parts[0].Length), "row", parts[0], Suggestion.For(parts[0], rows));
            }

            return null;
        }

        var fields = isPartition
            ? partition.Fields.Select(field => field.Member).Prepend(partition.Key).ToEquatableArray()
            : scope.Variables[parts[0]].Collection.Fields;
        var member = fields.FirstOrDefault(field => field.Name == parts[1]);
        if (member is null)
        {
            context.Findings.Add(BehaviourRules.UnknownMember, source.SpanOf(parts[0].Length + 1, parts[1].Length), parts[0], parts[1], Suggestion.For(parts[1], fields.Select(f => f.Name)));
            return null;
        }

        return (new RowTarget(parts[0], isPartition ? null : scope.Variables[parts[0]].Collection.Name), member);
    }
}
