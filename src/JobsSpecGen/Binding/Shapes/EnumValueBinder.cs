using System.Collections.Generic;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Binding.Nodes;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Shapes;

/// <summary>Binds the values of an enumeration.</summary>
internal static class EnumValueBinder
{
    public static EquatableArray<EnumValue> Bind(MappingReader reader, string shapeName, BindingContext context)
    {
        var values = new List<EnumValue>();
        var taken = new Dictionary<string, string>();
        if (MappingReader.Of(reader.Required("values"), $"'values' of '{shapeName}'", context.Findings) is not { } mapping)
        {
            return default;
        }

        if (mapping.Node.Entries.Count == 0)
        {
            context.Findings.Add(ShapeRules.WrongNode, mapping.Node.Span, $"'values' of '{shapeName}'", "a mapping with at least one value");
        }

        foreach (var entry in mapping.Node.Entries)
        {
            var wireName = entry.Key.Value;
            var identifier = Names.ToPascalCase(wireName);
            if (!Names.IsWireName(wireName))
            {
                context.Findings.Add(ShapeRules.InvalidName, entry.Key.Span, wireName, "an enum's value", "a letter or underscore, then letters, digits and underscores");
            }
            else if (taken.TryGetValue(identifier, out var other))
            {
                context.Findings.Add(ShapeRules.NameClash, entry.Key.Span, wireName, $"'{other}'", identifier);
            }
            else
            {
                taken.Add(identifier, wireName);
                var says = NodeReading.Scalar(entry.Value, $"The sentence on '{wireName}'", context.Findings)?.Value ?? string.Empty;
                values.Add(new EnumValue(wireName, identifier, says));
            }
        }

        return values.ToEquatableArray();
    }
}
