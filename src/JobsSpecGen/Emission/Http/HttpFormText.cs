using JobsSpecGen.Emission.Json;
using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Http;

/// <summary>The part of the server that holds JSON against a template: members come out of it in one direction, and answers in the other.</summary>
internal static class HttpFormText
{
    private static readonly Code s_element = Code.Of($"global::System.Text.Json.JsonElement");

    public static void Write(CodeWriter writer)
    {
        WriteForm(writer);
        writer.Line();
        WriteFields(writer);
        writer.Line();
        WriteElements(writer);
        writer.Line();
        WriteWords(writer);
    }

    private static void WriteForm(CodeWriter writer) => writer.Line($$"""
        /// <summary>What goes in the place of a name: a member, or what is given, which has a text of its own.</summary>
        private sealed record Hole(string Name, bool IsText, bool IsRequired, string? Given = null);

        /// <summary>JSON with holes.</summary>
        private abstract class Form
        {
            /// <summary>Finds what is in the holes. What does not fit is told with its place.</summary>
            public abstract void Read({{s_element}}? value, string place, Sheet sheet);

            /// <summary>Puts what was found into the holes; null where nothing was.</summary>
            public abstract string? Fill(Sheet sheet);

            /// <summary>Finds what is in the holes of a body: a sheet for each element of its list, or just one.</summary>
            public global::System.Collections.Generic.IReadOnlyList<Sheet> Read(global::System.ReadOnlyMemory<byte> utf8Json, Sheet sheet)
            {
                if (!global::System.Text.Unicode.Utf8.IsValid(utf8Json.Span))
                {
                    throw new {{JsonCode.Exception}}("$: the text is no UTF-8");
                }

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

            protected static {{JsonCode.Exception}} Wrong(string place, string expected, {{s_element}}? found) => new(place + ": expected " + expected + ", found " + found?.ValueKind switch
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
            public override void Read({{s_element}}? value, string place, Sheet sheet)
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
            public override void Read({{s_element}}? value, string place, Sheet sheet)
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

    private static void WriteWords(CodeWriter writer) => writer.Line($$"""
        /// <summary>A text. Each hole stands between two plain parts, which may be empty.</summary>
        private sealed class Words(string shown, string[] plain, params Hole[] holes) : Form
        {
            private Hole? Only => holes.Length == 1 && plain[0].Length + plain[1].Length == 0 ? holes[0] : null;

            public override void Read({{s_element}}? value, string place, Sheet sheet)
            {
                var isThere = value is { ValueKind: not global::System.Text.Json.JsonValueKind.Null };
                if (Only is { Given: null } only)
                {
                    if (isThere)
                    {
                        sheet.Add(only.Name, value!.Value, place);
                    }
                    else if (only.IsRequired)
                    {
                        throw Wrong(place, "a value", value);
                    }
                }
                else if (!isThere || Sheet.TextOf(value!.Value) is not { } text || !Match(text, place, sheet))
                {
                    throw Wrong(place, "'" + shown + "'", value);
                }
            }

            /// <summary>Finds what is in the holes of a text that is in the query.</summary>
            public void Read(string? text, string place, Sheet sheet)
            {
                if (text is null || !Match(text, place, sheet))
                {
                    throw new {{JsonCode.Exception}}(place + ": expected '" + shown + "', found " + (text is null ? "nothing" : "'" + Short(text) + "'"));
                }
            }

            public override string? Fill(Sheet sheet)
            {
                if (Only is { Given: null } only)
                {
                    return sheet.JsonOf(only.Name);
                }

                var text = plain[0];
                for (var i = 0; i < holes.Length; i++)
                {
                    text += (sheet.TextOf(holes[i].Name) ?? holes[i].Given) + plain[i + 1];
                }

                return Sheet.Quote(text);
            }

            private bool Match(string text, string place, Sheet sheet)
            {
                if (!text.StartsWith(plain[0], global::System.StringComparison.Ordinal) || (holes.Length == 0 && text.Length > plain[0].Length))
                {
                    return false;
                }

                var at = plain[0].Length;
                for (var i = 0; i < holes.Length; i++)
                {
                    var isLast = i == holes.Length - 1;
                    var end = !isLast ? text.IndexOf(plain[i + 1], at, global::System.StringComparison.Ordinal)
                        : text.EndsWith(plain[i + 1], global::System.StringComparison.Ordinal) ? text.Length - plain[i + 1].Length
                        : -1;
                    if (end < at)
                    {
                        return false;
                    }

                    sheet.Add(holes[i].Name, text[at..end], holes[i].IsText, place);
                    at = end + plain[i + 1].Length;
                }

                return true;
            }
        }
        """);
}
