using System.Buffers;
using System.Globalization;
using System.Text;

namespace JobsSpecGen.Conformance.Reports.Document;

/// <summary>
/// Converts text to a form that every format supports. Characters that XML forbids, unpaired surrogates and characters that change the
/// direction of text are written as escape sequences such as <c>\u202E</c>.
/// </summary>
internal static class VisibleText
{
    public static string Of(string text)
    {
        var visible = new StringBuilder(text.Length);
        var rest = text.ReplaceLineEndings("\n").AsSpan();
        while (!rest.IsEmpty)
        {
            var isValid = Rune.DecodeFromUtf16(rest, out var rune, out var length) == OperationStatus.Done;
            if (isValid && !IsHidden(rune))
            {
                visible.Append(rest[..length]);
            }
            else
            {
                foreach (var unit in rest[..length])
                {
                    visible.Append("\\u").Append(((int)unit).ToString("X4", CultureInfo.InvariantCulture));
                }
            }

            rest = rest[length..];
        }

        return visible.ToString();
    }

    private static bool IsHidden(Rune rune) =>
        rune.Value is not ('\n' or '\t')
        && (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            || (rune.Value & 0xFFFE) == 0xFFFE
            || rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF);
}
