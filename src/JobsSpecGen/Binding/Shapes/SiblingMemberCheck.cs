using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Shapes;

/// <summary>Checks <c>within</c> of numbers that the server chooses: a structure or row with such a number must also have the named member.</summary>
internal static class SiblingMemberCheck
{
    public static void Report(YamlMapping root, BindingContext context)
    {
        foreach (var shape in context.Shapes.Where(shape => shape.Within is not null))
        {
            var siblings = context.Shapes.Select(s => s.Members).Concat(context.Collections.Select(c => c.Fields))
                .Where(members => members.Any(member => member.Shape == shape.Name))
                .SelectMany(members => members)
                .Where(member => member.Shape != shape.Name)
                .Select(member => member.Name)
                .ToArray();
            if (!siblings.Contains(shape.Within)
                && root.TryGet("shapes") is YamlMapping shapes && shapes.TryGet(shape.Name) is YamlMapping node && node.TryGet("within") is YamlScalar within)
            {
                context.Findings.Add(BehaviourRules.UnknownName, within.Span, $"member beside '{shape.Name}' named", within.Value, Suggestion.For(within.Value, siblings));
            }
        }
    }
}
