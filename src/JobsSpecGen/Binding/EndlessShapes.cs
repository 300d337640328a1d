using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding;

/// <summary>Finds structures of which no complete value can exist, because they require themselves, and texts that are based on themselves.</summary>
internal static class EndlessShapes
{
    public static void Report(BindingContext context)
    {
        foreach (var shape in context.Shapes)
        {
            if (FindPath(shape, shape, context, []) is { } through)
            {
                var line = context.Lines.Shapes[shape.Name] - 1;
                var at = new YamlPosition(line, 2);
                context.Findings.Add(ShapeRules.EndlessShape, new YamlSpan(at, new YamlPosition(line, 2 + shape.Name.Length)), shape.Name, through);
            }
        }
    }

    private static string? FindPath(Shape from, Shape target, BindingContext context, HashSet<string> seen)
    {
        // Lists and maps may be empty, so they end any such path.
        var needed = from.Members.Where(member => member.Required).Select(member => (member.Name, member.Shape))
            .Concat(from.Base is null ? [] : [("base", from.Base)]);
        foreach (var (name, shapeName) in needed)
        {
            if (shapeName == target.Name)
            {
                return name;
            }

            if (seen.Add(shapeName) && context.Shapes.TryGet(shapeName, out var next) && FindPath(next, target, context, seen) is not null)
            {
                return name;
            }
        }

        return null;
    }
}
