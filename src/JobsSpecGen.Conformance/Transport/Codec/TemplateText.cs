using System.Text;
using System.Text.Json;

namespace JobsSpecGen.Conformance.Transport.Codec;

/// <summary>Fills templates: texts with names in braces. A name is a member of the request or one of the given variables.</summary>
internal sealed class TemplateText(SpecCall call, HttpInfo http, IReadOnlyDictionary<string, string> given)
{
    /// <summary>Replaces every name in a template by its value. <c>{{</c> and <c>}}</c> are escaped braces.</summary>
    public string Fill(string template)
    {
        var filled = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] is '{' or '}' && i + 1 < template.Length && template[i + 1] == template[i])
            {
                filled.Append(template[i++]);
            }
            else if (template[i] == '{' && template.IndexOf('}', i) is var end and > 0)
            {
                filled.Append(ValueOf(template[(i + 1)..end]));
                i = end;
            }
            else
            {
                filled.Append(template[i]);
            }
        }

        return filled.ToString();
    }

    /// <summary>Gets the value of a name as text. A member of the request takes precedence over a variable of the same name.</summary>
    /// <exception cref="NotSupportedException">The member is absent, and there is no variable of that name.</exception>
    public string ValueOf(string name) => Member(name) switch
    {
        SpecValue.AbsentValue when given.TryGetValue(name, out var value) || http.Given.TryGetValue(name, out value) => value,
        SpecValue.AbsentValue => throw new NotSupportedException($"'{name}' cannot be omitted over HTTP, because the binding {http.Method} {http.Path} uses it"),
        var value => ToText(value),
    };

    /// <summary>
    /// Fills in a JSON template. A string that consists of one member name becomes the JSON value of that member. A property whose
    /// value is the name of an absent member is omitted.
    /// </summary>
    public byte[] FillJson(string template)
    {
        using var document = JsonDocument.Parse(template);
        return JsonText.ToBytes(writer => Write(writer, document.RootElement));
    }

    /// <summary>Formats a scalar value for a path, a query or a header.</summary>
    public static string ToText(SpecValue value) => value is SpecValue.Text text ? text.Value : value.ToString();

    private SpecValue Member(string name) => call.Request[name];

    private void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject().Where(p => !IsAbsent(p.Value)))
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String when SingleName(element) is { } name && Member(name) is { IsPresent: true } value:
                JsonText.Write(writer, value);
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Fill(element.GetString()!));
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private bool IsAbsent(JsonElement element) =>
        SingleName(element) is { } name && !Member(name).IsPresent && !given.ContainsKey(name) && !http.Given.ContainsKey(name);

    private static string? SingleName(JsonElement element) =>
        element.ValueKind == JsonValueKind.String && element.GetString() is ['{', .. var name, '}'] && name.IndexOfAny(['{', '}']) < 0 ? name : null;
}
