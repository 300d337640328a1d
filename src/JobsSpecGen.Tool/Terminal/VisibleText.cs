using System.Globalization;
using System.Text;

namespace JobsSpecGen.Tool.Terminal;

/// <summary>Text from a spec or a server, as a terminal may show it: what would move its cursor or colour it is written out as <c>\u001B</c>.</summary>
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
