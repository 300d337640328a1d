using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.OpenApi;

/// <summary>Builds the schemas of shapes and errors, with their constraints.</summary>
internal static class OpenApiSchemas
{
    public static JsonMap All(SpecModel spec)
    {
        var schemas = new JsonMap();
        foreach (var shape in spec.Shapes.Where(shape => shape.Role != ShapeRole.Input))
        {
            schemas.Add(shape.Name, Of(spec, shape));
        }

        foreach (var error in spec.Errors)
        {
            schemas.Add(error.Name, OpenApiErrors.Body(error));
        }

        return schemas;
    }

    public static JsonMap Reference(string name) => new() { { "$ref", "#/components/schemas/" + name } };

    public static JsonMap OfMember(Member member, bool isDescribed) => new()
    {
        { "$ref", "#/components/schemas/" + member.Shape },
        { "description", isDescribed ? member.Says : null },
        { "default", member.Default is null ? null : Value(member.Default) },
    };

    /// <summary>An object with members.</summary>
    public static JsonMap Structure(IReadOnlyCollection<Member> members, bool isClosed)
    {
        var properties = new JsonMap();
        foreach (var member in members)
        {
            properties.Add(member.Name, OfMember(member, isDescribed: true));
        }

        var required = members.Where(member => member.Required).Select(member => (object)member.Name).ToList();
        return new JsonMap
        {
            { "type", "object" },
            { "properties", properties.OrNothing() },
            { "required", required.Count == 0 ? null : required },
            { "additionalProperties", isClosed ? false : null },
        };
    }

    private static JsonMap Of(SpecModel spec, Shape shape)
    {
        var schema = Constraints(spec, shape);
        schema.Add("description", shape.Says + (shape.Kind == ShapeKind.Timestamp ? Unit(spec) : string.Empty) + string.Concat(shape.Values.Select(value => $" {value.WireName}: {value.Says}")));
        schema.Add("examples", shape.Examples.Count == 0 ? null : shape.Examples.Select(Value).ToList());
        return schema;
    }

    private static JsonMap Constraints(SpecModel spec, Shape shape) => shape.Kind switch
    {
        ShapeKind.Text when shape.Base is { } name => new() { { "type", "string" }, { "anyOf", new List<object> { Reference(name), new JsonMap { { "enum", shape.Also.Select(text => (object)text).ToList() } } } } },
        // A surrogate pair counts as two units here and as one character in OpenAPI.
        ShapeKind.Text => new() { { "type", "string" }, { "minLength", (shape.MinLength + 1) / 2 }, { "maxLength", shape.MaxLength }, { "pattern", shape.Pattern is { } pattern ? "^(?:" + pattern.Text + ")$" : null } },
        ShapeKind.Enumeration => new() { { "type", "string" }, { "enum", shape.Values.Select(value => (object)value.WireName).ToList() } },
        ShapeKind.Boolean => new() { { "type", "boolean" } },
        ShapeKind.Integer or ShapeKind.Timestamp => new() { { "type", "integer" }, { "format", "int64" }, { "minimum", shape.Minimum }, { "maximum", shape.Maximum } },
        ShapeKind.List => new() { { "type", "array" }, { "items", Reference(shape.Element!) }, { "minItems", shape.MinLength }, { "maxItems", shape.MaxLength } },
        ShapeKind.Map => new() { { "type", "object" }, { "propertyNames", Reference(shape.Key!) }, { "additionalProperties", Reference(shape.Element!) }, { "minProperties", shape.MinLength }, { "maxProperties", shape.MaxLength } },
        _ => Structure(shape.Members.ToList(), spec.RefusesUnknownMembers),
    };

    private static string Unit(SpecModel spec) => $" In {(spec.TimestampsInSeconds ? "seconds" : "milliseconds")} since 1970-01-01T00:00:00Z.";

    private static object Value(LiteralValue value) => value switch
    {
        LiteralValue.Text text => text.Value,
        LiteralValue.Boolean boolean => boolean.Value,
        LiteralValue.Integer integer => integer.Value,
        LiteralValue.Enumerated enumerated => enumerated.WireName,
        LiteralValue.Sequence sequence => sequence.Items.Select(Value).ToList(),
        _ => Map((LiteralValue.Record)value),
    };

    private static JsonMap Map(LiteralValue.Record record)
    {
        var map = new JsonMap();
        foreach (var member in record.Members)
        {
            map.Add(member.Name, Value(member.Value));
        }

        return map;
    }
}
