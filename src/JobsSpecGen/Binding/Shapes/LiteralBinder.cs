using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Shapes;

/// <summary>Reads literal values in the spec. The shape decides how a scalar is read, not YAML's type resolution.</summary>
internal sealed class LiteralBinder(BindingContext context)
{
    /// <summary>Reads a node as a value of a shape; returns null after it has reported an error.</summary>
    /// <param name="node">The node.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="isPartial">Whether required members may be missing and null means absent, as in expectations.</param>
    public LiteralValue? Bind(YamlNode node, Shape shape, bool isPartial = false)
    {
        if (isPartial && node is YamlScalar { IsNull: true })
        {
            return new LiteralValue.Null();
        }

        return (shape.Kind, node) switch
        {
            (ShapeKind.List, YamlSequence list) => BindList(list, shape, isPartial),
            (ShapeKind.Map, YamlMapping map) => BindMap(map, shape),
            (ShapeKind.Structure, YamlMapping map) => BindStructure(map, shape, isPartial),
            (not (ShapeKind.List or ShapeKind.Map or ShapeKind.Structure), YamlScalar scalar) => BindScalar(scalar, shape),
            _ => Refuse(node, "This", shape, $"write {ShapeKinds.Describe(shape.Kind)}"),
        };
    }

    private LiteralValue? BindScalar(YamlScalar scalar, Shape shape)
    {
        var text = scalar.Value;
        switch (shape.Kind)
        {
            case ShapeKind.Boolean:
                return text is "true" or "false"
                    ? new LiteralValue.Boolean(text == "true")
                    : Refuse(scalar, $"'{text}'", shape, "write true or false");
            case ShapeKind.Integer or ShapeKind.Timestamp:
                return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    ? ConstraintCheck.Number(number, shape) is { } wrongNumber ? Refuse(scalar, text, shape, wrongNumber) : new LiteralValue.Integer(number)
                    : Refuse(scalar, $"'{text}'", shape, "write a whole number");
            case ShapeKind.Enumeration when shape.Values.All(value => value.WireName != text):
                context.Findings.Add(BehaviourRules.UnknownStatus, scalar.Span, text, shape.Name, Suggestion.For(text, shape.Values.Select(v => v.WireName)));
                return null;
            case ShapeKind.Enumeration:
                return new LiteralValue.Enumerated(shape.Name, text);
            default:
                return ConstraintCheck.Text(text, shape, context) is { } wrong ? Refuse(scalar, $"'{text}'", shape, wrong) : new LiteralValue.Text(text);
        }
    }

    private LiteralValue? BindList(YamlSequence list, Shape shape, bool isPartial)
    {
        var items = list.Items.Select(item => Bind(item, context.Shapes[shape.Element!], isPartial)).ToArray();
        if (!isPartial && ConstraintCheck.Count(items.Length, shape) is { } wrong)
        {
            return Refuse(list, "This list", shape, wrong);
        }

        return items.Any(item => item is null) ? null : new LiteralValue.Sequence(items.Select(item => item!).ToEquatableArray());
    }

    private LiteralValue? BindMap(YamlMapping map, Shape shape)
    {
        var members = new List<NamedLiteral>();
        foreach (var entry in map.Entries)
        {
            var key = Bind(entry.Key, context.Shapes[shape.Key!]);
            var value = Bind(entry.Value, context.Shapes[shape.Element!]);
            if (key is not null && value is not null)
            {
                members.Add(new NamedLiteral(entry.Key.Value, value));
            }
        }

        return ConstraintCheck.Count(map.Entries.Count, shape) is { } wrong
            ? Refuse(map, "This map", shape, wrong)
            : new LiteralValue.Record(members.ToEquatableArray());
    }

    private LiteralValue.Record BindStructure(YamlMapping map, Shape shape, bool isPartial)
    {
        var members = new List<NamedLiteral>();
        foreach (var entry in map.Entries)
        {
            var member = shape.Members.FirstOrDefault(m => m.Name == entry.Key.Value);
            if (member is null)
            {
                context.Findings.Add(BehaviourRules.UnknownMember, entry.Key.Span, shape.Name, entry.Key.Value, Suggestion.For(entry.Key.Value, shape.Members.Select(m => m.Name)));
            }
            else if (Bind(entry.Value, context.Shapes[member.Shape], isPartial) is { } value)
            {
                members.Add(new NamedLiteral(member.Name, value));
            }
        }

        var missing = shape.Members.FirstOrDefault(m => m.Required && map.Entries.All(entry => entry.Key.Value != m.Name));
        if (missing is not null && !isPartial)
        {
            context.Findings.Add(BehaviourRules.MissingMember, map.Entries.Count > 0 ? map.Entries[0].Key.Span : map.Span, $"'{shape.Name}'", missing.Name, string.Empty);
        }

        return new LiteralValue.Record(members.ToEquatableArray());
    }

    private LiteralValue? Refuse(YamlNode node, string what, Shape shape, string why)
    {
        context.Findings.Add(ConstraintRules.InvalidLiteral, node.Span, what, shape.Name, why);
        return null;
    }
}
