using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Binding.Nodes;
using JobsSpecGen.Binding.Shapes;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.State;

/// <summary>Binds the state: its partition and its collections.</summary>
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
                BindCollection(entry.Key.Value, entry.Key.Span, collection);
            }
        }

        reader.RejectOthers();
    }

    private PartitionModel? BindPartition(MappingReader reader)
    {
        var row = ReadRow(reader);
        var before = context.Findings.Count;
        var key = _members.Bind(reader.Required("key"), "Partition", MemberKind.Field);
        var isKeyRead = context.Findings.Count == before;
        var clause = ClauseReader.Read(reader, context, requiredFor: null);
        var guarantees = BindGuarantees(reader.Optional("guarantees"));
        var fields = BindFields(reader.Optional("fields"), key);
        if (key.Count != 1 || context.Shapes[key[0].Shape].Kind != ShapeKind.Text)
        {
            if (isKeyRead)
            {
                context.Findings.Add(ShapeRules.WrongNode, reader.Head, "The key of the partition", "exactly one member whose shape is a string");
            }

            return null;
        }

        return row is null ? null : new PartitionModel(row, key[0], fields, clause, guarantees);
    }

    private PartitionGuarantees BindGuarantees(YamlNode? node)
    {
        if (node is null || MappingReader.Of(node, "'guarantees'", context.Findings) is not { } reader)
        {
            return PartitionGuarantees.None;
        }

        var guarantees = new PartitionGuarantees(BindGuarantee(reader, "atomic"), BindGuarantee(reader, "fresh"), BindGuarantee(reader, "durable"));
        reader.RejectOthers();
        return guarantees;
    }

    private string? BindGuarantee(MappingReader reader, string name)
    {
        if (reader.Optional(name) is not { } node || MappingReader.Of(node, $"The guarantee '{name}'", context.Findings) is not { } guarantee)
        {
            return null;
        }

        var clause = ClauseReader.Read(guarantee, context, requiredFor: $"The guarantee '{name}'");
        guarantee.RejectOthers();
        return clause;
    }

    private EquatableArray<PartitionField> BindFields(YamlNode? node, EquatableArray<Member> key)
    {
        var fields = new List<PartitionField>();
        var taken = key.ToDictionary(member => member.Identifier, member => member.Name);
        foreach (var entry in node is null ? [] : MappingReader.Of(node, "The partition's fields", context.Findings)?.Node.Entries ?? [])
        {
            var name = entry.Key.Value;
            var identifier = Names.ToMemberIdentifier(name, "Partition", MemberKind.Field);
            if (!Names.IsMemberName(name))
            {
                context.Findings.Add(ShapeRules.InvalidName, entry.Key.Span, name, "a field", "a letter or underscore, then letters, digits and underscores");
            }
            else if (taken.TryGetValue(identifier, out var other))
            {
                context.Findings.Add(ShapeRules.NameClash, entry.Key.Span, name, $"'{other}'", identifier);
            }
            else if (MappingReader.Of(entry.Value, $"The field '{name}'", context.Findings) is { } reader)
            {
                taken.Add(identifier, name);
                var shapeName = reader.RequiredScalar("shape");
                var initial = reader.Required("initial");
                reader.RejectOthers();
                if (shapeName is not null && initial is not null && context.FindShape(shapeName) is { } shape
                    && new LiteralBinder(context).Bind(initial, shape) is { } value)
                {
                    fields.Add(new PartitionField(new Member(name, identifier, shape.Name, Required: true), value));
                }
            }
        }

        return fields.ToEquatableArray();
    }

    private void BindCollection(string name, YamlSpan span, MappingReader reader)
    {
        var row = ReadRow(reader);
        if (row is null)
        {
            return;
        }

        var rowIdentifier = Names.ToPascalCase(row) + "Row";
        var before = context.Findings.Count;
        var fields = _members.Bind(reader.Required("fields"), rowIdentifier, MemberKind.Field);
        var areFieldsRead = context.Findings.Count == before;
        var key = reader.Scalars("key");
        if (reader.Required("key") is not null && areFieldsRead)
        {
            foreach (var field in key.Where(field => fields.All(f => f.Name != field.Value || !f.Required)))
            {
                context.Findings.Add(BehaviourRules.UnknownMember, field.Span, row, field.Value, Suggestion.For(field.Value, fields.Where(f => f.Required).Select(f => f.Name)));
            }
        }

        var identifier = Names.ToMemberIdentifier(name, "Partition", MemberKind.Field);
        var ofPartition = context.Partition is { } partition ? partition.Fields.Select(field => field.Member).Prepend(partition.Key).FirstOrDefault(m => m.Identifier == identifier) : null;
        if (ofPartition is not null)
        {
            context.Findings.Add(ShapeRules.NameClash, span, name, $"'{ofPartition.Name}' of the partition", identifier);
        }
        else if (context.Collections.FirstOrDefault(c => c.Identifier == identifier) is { } sameName)
        {
            context.Findings.Add(ShapeRules.NameClash, span, name, $"'{sameName.Name}'", identifier);
        }
        else if (context.Collections.FirstOrDefault(c => c.RowIdentifier == rowIdentifier) is { } sameRow)
        {
            context.Findings.Add(ShapeRules.NameClash, reader.RequiredScalar("row")!.Span, row, $"'{sameRow.Row}'", rowIdentifier);
        }

        context.Collections.Set(name, new CollectionModel(
            name,
            identifier,
            row,
            rowIdentifier,
            reader.Text("says"),
            key.Select(field => field.Value).ToEquatableArray(),
            fields,
            default));
        reader.RejectOthers();
    }

    private string? ReadRow(MappingReader reader)
    {
        if (reader.RequiredScalar("row") is not { } row)
        {
            return null;
        }

        var taken = context.FixedMeaning(row.Value) ?? (context.Collections.FirstOrDefault(c => c.Row == row.Value) is { } other ? $"a row of '{other.Name}'" : null);
        if (!Names.IsMemberName(row.Value))
        {
            context.Findings.Add(ShapeRules.InvalidName, row.Span, row.Value, "a row", "a letter or underscore, then letters, digits and underscores");
            return null;
        }

        if (taken is not null)
        {
            context.Findings.Add(BehaviourRules.VariableTaken, row.Span, row.Value, taken);
            return null;
        }

        return row.Value;
    }
}
