using JobsSpecGen.Emission.Json;
using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Http.Environment;

/// <summary>Emits the part of the server that extracts members from strings, and inserts them.</summary>
internal static class HttpStringTemplateText
{
    public static void Write(CodeWriter writer) => writer.Line($$"""
        /// <summary>A string. Each placeholder is between two plain parts, which may be empty.</summary>
        private sealed class Words(string shown, string[] plain, params Hole[] holes) : Form
        {
            private Hole? Only => holes.Length == 1 && plain[0].Length + plain[1].Length == 0 ? holes[0] : null;

            public override void Read({{HttpTemplateText.Element}}? value, string place, Sheet sheet)
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

            /// <summary>Extracts the values of the placeholders from a query parameter.</summary>
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
