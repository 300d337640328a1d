using JobsSpecGen.Emission.Json;
using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Http.Environment;

/// <summary>Emits the part of the server that matches JSON with a template: it extracts members from requests, and fills in responses.</summary>
internal static class HttpTemplateText
{
    /// <summary>The type of the received JSON.</summary>
    public static Code Element { get; } = Code.Of($"global::System.Text.Json.JsonElement");

    public static void Write(CodeWriter writer)
    {
        WriteForm(writer);
        writer.Line();
        WriteFields(writer);
        writer.Line();
        WriteElements(writer);
        writer.Line();
        HttpStringTemplateText.Write(writer);
    }

    private static void WriteForm(CodeWriter writer) => writer.Line($$"""
        /// <summary>A placeholder: a member, or a given name with a default text.</summary>
        private sealed record Hole(string Name, bool IsText, bool IsRequired, string? Given = null);

        /// <summary>A JSON template with placeholders.</summary>
        private abstract class Form
        {
            /// <summary>Extracts the values of the placeholders. A mismatch is reported with its place.</summary>
            public abstract void Read({{Element}}? value, string place, Sheet sheet);

            /// <summary>Fills in the placeholders; null if there are no values.</summary>
            public abstract string? Fill(Sheet sheet);

            /// <summary>Extracts the values from a body: one set of values for each element of its list, or a single one.</summary>
            public global::System.Collections.Generic.IReadOnlyList<Sheet> Read(global::System.ReadOnlyMemory<byte> utf8Json, Sheet sheet)
            {
                try
                {
                    using var document = global::System.Text.Json.JsonDocument.Parse(utf8Json);
                    Read(document.RootElement, "$", sheet);
                    return sheet.Split();
                }
                catch ({{JsonCode.Exception}} e) when (e.BytePositionInLine is not null)
                {
                    throw new {{JsonCode.Exception}}("$: " + e.Message, e);
                }
            }

            protected static {{JsonCode.Exception}} Wrong(string place, string expected, {{Element}}? found) => new(place + ": expected " + expected + ", found " + found?.ValueKind switch
            {
                global::System.Text.Json.JsonValueKind.Object => "an object",
                global::System.Text.Json.JsonValueKind.Array => "a list",
                global::System.Text.Json.JsonValueKind.String => Short(found.Value.GetRawText()),
                global::System.Text.Json.JsonValueKind.Number => "a number",
                global::System.Text.Json.JsonValueKind.True => "true",
                global::System.Text.Json.JsonValueKind.False => "false",
                _ => "nothing",
            });

            protected static string Short(string text) => text.Length <= 64 ? text : text[..(char.IsHighSurrogate(text[63]) ? 63 : 64)] + "\u2026";
        }
        """);

    private static void WriteFields(CodeWriter writer) => writer.Line($$"""
        private sealed class Fields(params (string Name, Form Value)[] fields) : Form
        {
            public override void Read({{Element}}? value, string place, Sheet sheet)
            {
                if (value is { ValueKind: not (global::System.Text.Json.JsonValueKind.Object or global::System.Text.Json.JsonValueKind.Null) })
                {
                    throw Wrong(place, "an object", value);
                }

                foreach (var (name, form) in fields)
                {
                    form.Read(value is { ValueKind: global::System.Text.Json.JsonValueKind.Object } there && there.TryGetProperty(name, out var field) ? field : null, place + "." + name, sheet);
                }
            }

            public override string Fill(Sheet sheet)
            {
                var filled = new global::System.Collections.Generic.List<string>();
                foreach (var (name, form) in fields)
                {
                    if (form.Fill(sheet) is { } value)
                    {
                        filled.Add(Sheet.Quote(name) + ":" + value);
                    }
                }

                return "{" + string.Join(",", filled) + "}";
            }
        }
        """);

    private static void WriteElements(CodeWriter writer) => writer.Line($$"""
        private sealed class Elements(Form element) : Form
        {
            public override void Read({{Element}}? value, string place, Sheet sheet)
            {
                if (value is not { ValueKind: global::System.Text.Json.JsonValueKind.Array } list || list.GetArrayLength() == 0)
                {
                    throw Wrong(place, "a list with at least one element", value);
                }

                foreach (var item in list.EnumerateArray())
                {
                    element.Read(item, place + "[" + sheet.Elements.Count.ToString(global::System.Globalization.CultureInfo.InvariantCulture) + "]", sheet.AddElement());
                }
            }

            public override string Fill(Sheet sheet) => "[" + element.Fill(sheet) + "]";
        }
        """);
}
