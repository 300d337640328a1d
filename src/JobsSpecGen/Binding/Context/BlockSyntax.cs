using System.Collections.Generic;
using JobsSpecGen.Binding.Nodes;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Context;

/// <summary>A named block of steps before binding. It is bound where it is used, in the scope of that place.</summary>
internal sealed record BlockSyntax(string Name, YamlNode? Steps)
{
    public static void ReadAll(YamlNode? node, BindingContext context)
    {
        foreach (var entry in node is null ? [] : MappingReader.Of(node, "'blocks'", context.Findings)?.Node.Entries ?? (IReadOnlyList<YamlEntry>)[])
        {
            if (!Names.IsClauseId(entry.Key.Value))
            {
                context.Findings.Add(ShapeRules.InvalidName, entry.Key.Span, entry.Key.Value, "a block", "letters, digits, dots and hyphens");
            }
            else if (MappingReader.Of(entry.Value, $"The block '{entry.Key.Value}'", context.Findings) is { } reader)
            {
                _ = reader.RequiredText("says");
                context.Blocks.Set(entry.Key.Value, new BlockSyntax(entry.Key.Value, reader.Required("steps")));
                reader.RejectOthers();
            }
        }
    }
}
