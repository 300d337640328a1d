using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Binding.Nodes;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Shapes;

/// <summary>Binds the members of structures, inputs, outputs, errors and rows.</summary>
internal sealed class MemberBinder(BindingContext context)
{
    private readonly List<(string Structure, string Member, YamlNode Default)> _defaults = [];

    /// <param name="node">The mapping of members.</param>
    /// <param name="owner">The C# name of the containing type.</param>
    /// <param name="kind">The kind of the containing type.</param>
    public EquatableArray<Member> Bind(YamlNode? node, string owner, MemberKind kind)
    {
        var members = new List<Member>();
        var taken = new Dictionary<string, string>();
        foreach (var entry in MappingReader.Of(node, $"The members of '{owner}'", context.Findings)?.Node.Entries ?? [])
        {
            var name = entry.Key.Value;
            if (!Names.IsMemberName(name))
            {
                context.Findings.Add(ShapeRules.InvalidName, entry.Key.Span, name, "a member", "a letter or underscore, then letters, digits and underscores");
                continue;
            }

            var identifier = Names.ToMemberIdentifier(name, owner, kind);
            if (taken.TryGetValue(identifier, out var other))
            {
                context.Findings.Add(ShapeRules.NameClash, entry.Key.Span, name, $"'{other}'", identifier);
                continue;
            }

            if (BindMember(entry, identifier, owner, kind) is { } member)
            {
                taken.Add(identifier, name);
                members.Add(member);
            }
        }

        return members.ToEquatableArray();
    }

    /// <summary>Binds the defaults, after all shapes are complete.</summary>
    public void BindDefaults()
    {
        var literals = new LiteralBinder(context);
        foreach (var (structure, memberName, node) in _defaults)
        {
            var shape = context.Shapes[structure];
            var member = shape.Members.First(m => m.Name == memberName);
            var value = literals.Bind(node, context.Shapes[member.Shape]);
            context.Shapes.Set(structure, shape with
            {
                Members = shape.Members.Select(m => m.Name == memberName ? m with { Default = value } : m).ToEquatableArray(),
            });
        }

        _defaults.Clear();
    }

    private Member? BindMember(YamlEntry entry, string identifier, string owner, MemberKind kind)
    {
        var name = entry.Key.Value;
        if (entry.Value is YamlScalar shapeName)
        {
            return context.FindShape(shapeName) is null
                ? null
                : new Member(name, identifier, shapeName.Value, Required: kind == MemberKind.Field);
        }

        if (MappingReader.Of(entry.Value, $"The member '{name}'", context.Findings) is not { } reader)
        {
            return null;
        }

        var scalar = reader.RequiredScalar("shape");
        var required = kind == MemberKind.Field ? !reader.Flag("optional") : reader.Flag("required");
        var location = kind == MemberKind.Input ? ReadLocation(reader) : MemberLocation.Body;
        var says = reader.OptionalScalar("says")?.Value;
        var byDefault = kind is MemberKind.Structure or MemberKind.Input ? reader.Optional("default") : null;
        reader.RejectOthers();
        if (scalar is null || context.FindShape(scalar) is null)
        {
            return null;
        }

        if (byDefault is not null)
        {
            _defaults.Add((owner, name, byDefault));
        }

        return new Member(name, identifier, scalar.Value, required) { Says = says, Location = location };
    }

    private static MemberLocation ReadLocation(MappingReader reader) => reader.Choice("in", "body", "query", "header", "path") switch
    {
        "query" => MemberLocation.Query,
        "header" => MemberLocation.Header,
        "path" => MemberLocation.Path,
        _ => MemberLocation.Body,
    };
}
