using JobsSpecGen.Emission.Json;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Http.Messages;

/// <summary>Emits how members in the query or in headers, whose values are plain text, are written and read.</summary>
internal sealed class HttpTextValue(ShapeTypes types)
{
    /// <summary>The text of a member of <c>request</c>; null if the member is absent.</summary>
    public Code Write(Member member)
    {
        var property = Code.Of($"request.{Identifier.Of(member.Identifier)}");
        var shape = types[member.Shape];
        if (shape.Kind == ShapeKind.Text)
        {
            return property;
        }

        var variable = JsonCode.VariableOf(member);
        return member.Required
            ? Present(property, shape)
            : Code.Of($"{property} is {{ }} {variable} ? {Present(variable, shape)} : null");
    }

    /// <summary>The value of a text that may be null; violations are added to <c>violations</c>.</summary>
    public Code Read(Member member, Code text)
    {
        var shape = types[member.Shape];
        var name = CSharpLiteral.Of(member.Name);
        if (shape.Kind == ShapeKind.Text)
        {
            return member.Required ? Code.Of($"{text}!") : text;
        }

        var value = shape.Kind switch
        {
            ShapeKind.Boolean => Code.Of($"Texts.Flag({name}, {text}, violations)"),
            ShapeKind.Enumeration => Code.Of($"Texts.Choice<{types.TypeOf(shape.Name)}>({name}, {text}, {Names(shape)}.TryParse, {CSharpLiteral.Of(ConstraintText.Values(shape))}, {CSharpLiteral.Of(shape.Clauses.Values)}, violations)"),
            _ => Code.Of($"Texts.Number({name}, {text}, violations)"),
        };
        return member.Required ? Code.Of($"Texts.Required({name}, {text}, {value}, {CSharpLiteral.Of(member.RequiredClause)}, violations)") : value;
    }

    private Code Present(Code value, Shape shape) => shape.Kind switch
    {
        ShapeKind.Boolean => Code.Of($"({value} ? \"true\" : \"false\")"),
        ShapeKind.Enumeration => Code.Of($"{Names(shape)}.ToWireName({value})"),
        _ => Code.Of($"{value}.ToString(global::System.Globalization.CultureInfo.InvariantCulture)"),
    };

    private Code Names(Shape shape) => Code.Of($"global::{types.Namespace}.{Identifier.Of(shape.Name + "Names")}");
}
