using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Binding.Nodes;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.State;

/// <summary>Binds the lifecycles: the tables of allowed transitions of a field, by actor.</summary>
internal sealed class LifecycleBinder(BindingContext context)
{
    public void Bind(YamlNode? node)
    {
        foreach (var entry in node is null ? [] : MappingReader.Of(node, "'lifecycles'", context.Findings)?.Node.Entries ?? [])
        {
            if (MappingReader.Of(entry.Value, $"The lifecycle '{entry.Key.Value}'", context.Findings) is { } reader && FindField(entry.Key) is var (collection, field))
            {
                Bind(entry.Key.Value, reader, collection, field);
                reader.RejectOthers();
            }
            else
            {
                context.HasBrokenLifecycle = true;
            }
        }
    }

    private (CollectionModel Collection, Member Field)? FindField(YamlScalar name)
    {
        var fields = context.Collections
            .SelectMany(collection => collection.Fields.Select(field => (Collection: collection, Field: field)))
            .Where(pair => pair.Field.Required && context.Shapes[pair.Field.Shape].Kind == ShapeKind.Enumeration)
            .ToDictionary(pair => pair.Collection.Row + "." + pair.Field.Name);
        if (fields.TryGetValue(name.Value, out var found))
        {
            return found;
        }

        context.Findings.Add(BehaviourRules.UnknownName, name.Span, "enum field", name.Value, Suggestion.For(name.Value, fields.Keys));
        return null;
    }

    private void Bind(string name, MappingReader reader, CollectionModel collection, Member field)
    {
        var shape = context.Shapes[field.Shape];
        var initial = reader.RequiredScalar("initial") is { } start && IsStatus(start, shape) ? start.Value : shape.Values[0].WireName;
        var groups = new List<StatusGroup>();
        foreach (var group in reader.Entries("groups"))
        {
            var values = NodeReading.Scalars(group.Value, $"The group '{group.Key.Value}'", context.Findings).Where(value => IsStatus(value, shape));
            groups.Add(new StatusGroup(group.Key.Value, values.Select(value => value.Value).ToEquatableArray()));
        }

        var transitions = new List<StatusTransition>();
        foreach (var row in NodeReading.Items(reader.Required("transitions"), "'transitions'", context.Findings))
        {
            if (MappingReader.Of(row, "A transition", context.Findings) is { } transition)
            {
                _ = transition.Required("from");
                _ = transition.Required("to");
                var by = transition.RequiredText("by");
                var to = transition.Scalars("to").Where(value => IsStatus(value, shape)).ToArray();
                transitions.AddRange(transition.Scalars("from")
                    .Where(value => IsStatus(value, shape))
                    .SelectMany(from => to.Select(target => new StatusTransition(from.Value, target.Value, by))));
                transition.RejectOthers();
            }
        }

        context.Lifecycles.Set(name, new LifecycleModel(
            name, Names.ToPascalCase(name), collection.Name, field.Name, shape.Name, initial, groups.ToEquatableArray(), transitions.Distinct().ToEquatableArray()));
    }

    private bool IsStatus(YamlScalar value, Shape shape)
    {
        if (shape.Values.Any(v => v.WireName == value.Value))
        {
            return true;
        }

        context.Findings.Add(BehaviourRules.UnknownStatus, value.Span, value.Value, shape.Name, Suggestion.For(value.Value, shape.Values.Select(v => v.WireName)));
        return false;
    }
}
