using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Http.Messages;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Http.Environment;

/// <summary>Emits a template as an object of the server.</summary>
internal sealed class HttpTemplateCode(HttpMapping members, ShapeTypes types)
{
    public Code Of(Template template) => template switch
    {
        Template.Object fields => Code.Of($"new Fields({Code.Join(", ", fields.Items.Select(field => Code.Of($"({CSharpLiteral.Of(field.Name)}, {Of(field.Value)})")))})"),
        Template.Array elements => Code.Of($"new Elements({Of(elements.Element)})"),
        Template.String text => OfString(text),
        _ => throw new System.NotSupportedException(template.ToString()),
    };

    /// <summary>Whether a shape is a JSON string.</summary>
    public static bool IsText(Shape shape) => shape.Kind is ShapeKind.Text or ShapeKind.Enumeration;

    private Code OfString(Template.String text)
    {
        // Plain parts and placeholders alternate, starting and ending with a plain part, which may be empty.
        var plain = new List<Code>();
        var placeholders = new List<Code>();
        foreach (var part in text.Parts)
        {
            if (part.IsPlaceholder)
            {
                if (plain.Count == placeholders.Count)
                {
                    plain.Add(CSharpLiteral.Of(string.Empty));
                }

                placeholders.Add(OfPlaceholder(part.Text));
            }
            else
            {
                plain.Add(CSharpLiteral.Of(part.Text));
            }
        }

        if (plain.Count == placeholders.Count)
        {
            plain.Add(CSharpLiteral.Of(string.Empty));
        }

        var parts = Code.Join(", ", placeholders.Prepend(Code.Of($"new[] {{ {Code.Join(", ", plain)} }}")));
        return Code.Of($"new Words({CSharpLiteral.Of(TemplateJson.TextOf(text))}, {parts})");
    }

    private Code OfPlaceholder(string name)
    {
        var member = members.Input.Members.FirstOrDefault(m => m.Name == name);
        return member is null
            ? Code.Of($"new Hole({CSharpLiteral.Of(name)}, true, true, {CSharpLiteral.Of(members.Http.Given.First(given => given.Name == name).Text)})")
            : Code.Of($"new Hole({CSharpLiteral.Of(name)}, {CSharpLiteral.Of(IsText(types[member.Shape]))}, {CSharpLiteral.Of(member.Required)})");
    }
}
