using System.Globalization;

namespace JobsSpecGen.Yaml;

/// <summary>
/// Finds the first character that YAML does not allow. It runs before the parser, because the parser takes some of these
/// characters, such as NUL, for the end of a token.
/// </summary>
internal static class YamlCharacters
{
    public static int IndexOfForbidden(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (IsForbidden(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    public static string Describe(char character) =>
        "the character U+" + ((int)character).ToString("X4", CultureInfo.InvariantCulture)
        + " cannot stand in YAML; remove it, or write it as an escape in double quotes";

    private static bool IsForbidden(char c) =>
        (c < ' ' && c is not ('\t' or '\n' or '\r'))
        || (c is >= '\u007F' and <= '\u009F' and not '\u0085')
        || char.IsSurrogate(c)
        || c is '\uFEFF' or '\uFFFE' or '\uFFFF';
}
