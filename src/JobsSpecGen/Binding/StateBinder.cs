using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding;

/// <summary>Binds the state: what it is partitioned by, and its collections.</summary>
internal sealed class StateBinder(BindingContext context)
{
    private readonly MemberBinder _members = new(context);

    public void Bind(YamlNode? node)
    {
        if (MappingReader.Of(node, "'state'", context.Findings) is not { } reader)
        {
            return;
        }

        if (MappingReader.Of(reader.Required("partition"), "'partition'", context.Findings) is { } partition)
        {
            context.Partition = BindPartition(partition);
            partition.RejectOthers();
        }

        _ = reader.Required("collections");
        foreach (var entry in reader.Entries("collections"))
        {
            if (!Names.IsMemberName(entry.Key.Value))
            {
                context.Findings.Add(ShapeRules.InvalidName, entry.Key.Span, entry.Key.Value, "a collection", "a letter or underscore, then letters, digits and underscores");
            }
            else if (MappingReader.Of(entry.Value, $"The collection '{entry.Key.Value}'", context.Findings) is { } collection)
            {
                BindCollection(entry.Key.Value, collection);
                collection.RejectOthers();
            }
        }

        reader.RejectOthers();
    }

    private PartitionModel? BindPartition(MappingReader reader)
    {
        var row = ReadRow(reader);
        var key = _members.Bind(reader.Required("key"), "Partition", MemberKind.Field);
        var clause = ClauseReader.Read(reader, context, requiredFor: null);
        var fields = BindFields(reader.Optional("fields"));
        if (key.Count != 1 || context.Shapes[key[0].Shape].Kind != ShapeKind.Text)
        {
            context.Findings.Add(ShapeRules.WrongNode, reader.Head, "The key of the partition", "exactly one member whose shape is a string");
            return null;
        }

        return row is null ? null : new PartitionModel(row, key[0], fields, clause);
    }

    private EquatableArray<PartitionField> BindFields(YamlNode? node)
    {
        var fields = new List<PartitionField>();
        foreach (var entry in node is null ? [] : MappingReader.Of(node, "The partition's fields", context.Findings)?.Node.Entries ?? [])
        {
            var name = entry.Key.Value;
            if (!Names.IsMemberName(name))
            {
                context.Findings.Add(ShapeRules.InvalidName, entry.Key.Span, name, "a field", "a letter or underscore, then letters, digits and underscores");
            }
            else if (MappingReader.Of(entry.Value, $"The field '{name}'", context.Findings) is { } reader)
            {
                var shapeName = reader.RequiredScalar("shape");
                var initial = reader.Required("initial");
                reader.RejectOthers();
                if (shapeName is not null && initial is not null && context.FindShape(shapeName) is { } shape
                    && new LiteralBinder(context).Bind(initial, shape) is { } value)
                {
                    fields.Add(new PartitionField(new Member(name, Names.ToPascalCase(name), shape.Name, Required: true), value));
                }
            }
        }

        return fields.ToEquatableArray();
    }

    private void BindCollection(string name, MappingReader reader)
    {
        var row = ReadRow(reader);
        if (row is null)
        {
            return;
        }

        var rowIdentifier = Names.ToPascalCase(row) + "Row";
        var fields = _members.Bind(reader.Required("fields"), rowIdentifier, MemberKind.Field);
        var key = reader.Scalars("key");
        if (reader.Required("key") is not null)
        {
            foreach (var field in key.Where(field => fields.All(f => f.Name != field.Value || !f.Required)))
            {
                context.Findings.Add(BehaviourRules.UnknownMember, field.Span, row, field.Value, Suggestion.For(field.Value, fields.Where(f => f.Required).Select(f => f.Name)));
            }
        }

        context.Collections.Set(name, new CollectionModel(
            name,
            Names.ToPascalCase(name),
            row,
            rowIdentifier,
            reader.Text("says"),
            key.Select(field => field.Value).ToEquatableArray(),
            fields,
            default));
    }

    private string? ReadRow(MappingReader reader)
    {
        if (reader.RequiredScalar("row") is not { } row)
        {
            return null;
        }

        var isTaken = row.Value is "input" or "now" || context.Partition?.Row == row.Value || context.Collections.Any(c => c.Row == row.Value);
        if (!Names.IsMemberName(row.Value))
        {
            context.Findings.Add(ShapeRules.InvalidName, row.Span, row.Value, "a row", "a letter or underscore, then letters, digits and underscores");
            return null;
        }

        if (isTaken)
        {
            context.Findings.Add(BehaviourRules.VariableTaken, row.Span, row.Value, "something else");
        }

        return isTaken ? null : row.Value;
    }
}
