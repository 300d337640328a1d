using System.Globalization;
using System.Linq;
using System.Text;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Http.Messages;

/// <summary>Writes a template as compact JSON, with its placeholders in braces and literal braces doubled.</summary>
internal static class TemplateJson
{
    public static string Of(Template template) => template switch
    {
        Template.Object fields => "{" + string.Join(",", fields.Items.Select(field => Quote(field.Name) + ":" + Of(field.Value))) + "}",
        Template.Array elements => "[" + Of(elements.Element) + "]",
        Template.String words => Quote(TextOf(words)),
        _ => throw new System.NotSupportedException(template.ToString()),
    };

    /// <summary>The string as the spec writes it.</summary>
    public static string TextOf(Template.String words) =>
        string.Concat(words.Parts.Select(part => part.IsPlaceholder ? "{" + part.Text + "}" : part.Text.Replace("{", "{{").Replace("}", "}}")));

    private static string Quote(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\')
            {
                json.Append('\\').Append(c);
            }
            else if (c < ' ' || char.IsSurrogate(c))
            {
                json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                json.Append(c);
            }
        }

        return json.Append('"').ToString();
    }
}
