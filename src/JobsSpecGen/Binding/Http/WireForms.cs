using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Model;

namespace JobsSpecGen.Binding.Http;

/// <summary>Determines, after everything else is bound, the wire form of members: the part of the request that carries them, and the form of empty values.</summary>
internal static class WireForms
{
    public static IEnumerable<Shape> Of(BindingContext context)
    {
        var inPaths = context.Operations
            .Where(operation => operation.Http is not null)
            .ToDictionary(operation => operation.Input, operation => HttpBindingBinder.NamesIn(operation.Http!.Path).ToArray());
        var sent = new HashSet<string>();
        foreach (var operation in context.Operations)
        {
            AddParts(operation.Input, sent, context);
        }

        foreach (var shape in context.Shapes)
        {
            yield return shape with
            {
                Members = shape.Members
                    .Select(member => Place(member, inPaths.TryGetValue(shape.Name, out var names) && names.Contains(member.Name)))
                    .Select(member => sent.Contains(shape.Name) || !context.Shapes[member.Shape].EmptyIsAbsent ? member : Lenient(member))
                    .ToEquatableArray(),
            };
        }
    }

    private static Member Place(Member member, bool isInPath) => isInPath ? member with { Location = MemberLocation.Path } : member;

    /// <summary>In a response, empty and absent mean the same. A required member is written even if it is empty.</summary>
    private static Member Lenient(Member member) => member.Required ? member with { AbsentIsEmpty = true } : member with { EmptyIsLeftOut = true };

    /// <summary>Adds a shape and, transitively, all shapes that it contains.</summary>
    private static void AddParts(string name, HashSet<string> parts, BindingContext context)
    {
        if (!parts.Add(name))
        {
            return;
        }

        var shape = context.Shapes[name];
        foreach (var part in shape.Members.Select(member => member.Shape).Concat(new[] { shape.Element, shape.Key }.OfType<string>()))
        {
            AddParts(part, parts, context);
        }
    }
}
