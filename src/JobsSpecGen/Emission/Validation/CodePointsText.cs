using System.Linq;
using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Validation;

/// <summary>Emits the helpers for code points, which are the same in every namespace.</summary>
internal static class CodePointsText
{
    private static readonly string s_printable = new([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c)]);

    public static void Write(CodeWriter writer) => writer.Line($$"""
        /// <summary>Operations on the code points of texts. An unpaired surrogate counts as a code point.</summary>
        internal static class CodePoints
        {
            private const int LongestQuote = 48;

            private static readonly global::System.Buffers.SearchValues<char> s_printableAscii =
                global::System.Buffers.SearchValues.Create({{CSharpLiteral.Of(s_printable)}});

            /// <summary>The code point at an index; the index advances to the next one.</summary>
            public static int Next(string text, ref int index)
            {
                var first = text[index++];
                return char.IsHighSurrogate(first) && index < text.Length && char.IsLowSurrogate(text[index])
                    ? char.ConvertToUtf32(first, text[index++])
                    : first;
            }

            /// <summary>Whether a code point is of the Unicode category C: control, format, surrogate, private use or unassigned.</summary>
            public static bool IsOther(int codePoint) =>
                codePoint is < ' ' or > '~'
                && global::System.Globalization.CharUnicodeInfo.GetUnicodeCategory(codePoint) is global::System.Globalization.UnicodeCategory.Control
                    or global::System.Globalization.UnicodeCategory.Format
                    or global::System.Globalization.UnicodeCategory.Surrogate
                    or global::System.Globalization.UnicodeCategory.PrivateUse
                    or global::System.Globalization.UnicodeCategory.OtherNotAssigned;

            /// <summary>Whether a text has a code point of the Unicode category C.</summary>
            public static bool HasOther(string text)
            {
                // Printable ASCII, of which most texts consist, is skipped many characters at a time.
                var start = global::System.MemoryExtensions.IndexOfAnyExcept(global::System.MemoryExtensions.AsSpan(text), s_printableAscii);
                if (start < 0)
                {
                    return false;
                }

                for (var i = start; i < text.Length;)
                {
                    if (IsOther(Next(text, ref i)))
                    {
                        return true;
                    }
                }

                return false;
            }

            /// <summary>A quoted text, shortened if it is long, with invisible characters escaped.</summary>
            public static string Quote(string text)
            {
                var quoted = new global::System.Text.StringBuilder("'");
                var i = 0;
                while (i < text.Length && quoted.Length <= LongestQuote)
                {
                    AppendEscaped(quoted, Next(text, ref i));
                }

                quoted.Append(i < text.Length ? "…'" : "'");
                return quoted.ToString();
            }

            private static void AppendEscaped(global::System.Text.StringBuilder text, int codePoint)
            {
                var invariant = global::System.Globalization.CultureInfo.InvariantCulture;
                if (codePoint is '\'' or '\\')
                {
                    text.Append('\\').Append((char)codePoint);
                }
                else if (IsOther(codePoint) || codePoint is 0x2028 or 0x2029)
                {
                    text.Append(codePoint < 0x10000 ? "\\u" : "\\U").Append(codePoint.ToString(codePoint < 0x10000 ? "X4" : "X8", invariant));
                }
                else
                {
                    text.Append(char.ConvertFromUtf32(codePoint));
                }
            }
        }
        """);
}
