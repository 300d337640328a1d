using System.Globalization;
using System.Text;

namespace JobsSpecGen.Tool.Terminal;

/// <summary>Escapes text from a spec or a server for a terminal: control characters and bidirectional marks become <c>\u001B</c> and the like.</summary>
internal static class VisibleText
{
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(s_plain) || !text.Any(IsHidden))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = IsHidden(c) ? visible.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)) : visible.Append(c);
        }

        return visible.ToString();
    }

    private static readonly System.Buffers.SearchValues<char> s_plain =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c), '\n', '\t']);

    private static bool IsHidden(char c) =>
        c is not ('\n' or '\t') && (char.IsControl(c) || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
}
