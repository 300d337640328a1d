using System.Text;
using System.Text.Json;

namespace JobsSpecGen.Conformance.Transport.Codec;

/// <summary>Texts with names in braces, filled with the members of a request and with given values.</summary>
internal sealed class TemplateText(SpecCall call, HttpInfo http, IReadOnlyDictionary<string, string> given)
{
    /// <summary>The text with every name replaced; <c>{{</c> and <c>}}</c> are braces.</summary>
    public string Fill(string text)
    {
        var filled = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '{' or '}' && i + 1 < text.Length && text[i + 1] == text[i])
            {
                filled.Append(text[i++]);
            }
            else if (text[i] == '{' && text.IndexOf('}', i) is var end and > 0)
            {
                filled.Append(Text(text[(i + 1)..end]));
                i = end;
            }
            else
            {
                filled.Append(text[i]);
            }
        }

        return filled.ToString();
    }

    /// <summary>The value of a name as text.</summary>
    public string Text(string name) => Member(name) switch
    {
        SpecValue.AbsentValue when given.TryGetValue(name, out var value) || http.Given.TryGetValue(name, out value) => value,
        SpecValue.AbsentValue => throw new NotSupportedException($"over HTTP '{name}' cannot be left out, as {http.Method} {http.Path} names it"),
        var value => ToText(value),
    };

    /// <summary>A JSON template with everything filled in. A text that is just one member takes its JSON value; absent ones are left out.</summary>
    public byte[] FillJson(string template)
    {
        using var document = JsonDocument.Parse(template);
        return JsonText.Written(writer => Write(writer, document.RootElement));
    }

    /// <summary>A single value as it stands in paths, queries and headers.</summary>
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
            case JsonValueKind.String when Single(element) is { } name && Member(name) is { IsPresent: true } value:
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
        Single(element) is { } name && !Member(name).IsPresent && !given.ContainsKey(name) && !http.Given.ContainsKey(name);

    private static string? Single(JsonElement element) =>
        element.ValueKind == JsonValueKind.String && element.GetString() is ['{', .. var name, '}'] && name.IndexOfAny(['{', '}']) < 0 ? name : null;
}
