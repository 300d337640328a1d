using System.Globalization;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Inputs;

/// <summary>Generates the boundary values of a text shape.</summary>
internal static class TextBoundaries
{
    private const string Emoji = "\U0001F600";

    public static IEnumerable<(string Group, string Label, Func<string, string> Change, bool Essential)> Of(SuiteModel model, ShapeInfo shape)
    {
        var (min, max, pattern) = Effective(model, shape);
        yield return ("length", "empty", _ => "", true);
        if (min is { } least and > 1)
        {
            yield return ("length", Characters(least - 1), t => Fit(t, least - 1), true);
        }

        if (min is { } shortest and > 0)
        {
            yield return ("length", Characters(shortest), t => Fit(t, shortest), false);
        }

        if (max is { } most)
        {
            yield return ("length", Characters(most + 1), t => Fit(t, most + 1), true);
            yield return ("length", Characters(most), t => Fit(t, most), true);
        }

        if (pattern is not null)
        {
            yield return ("pattern", "trailing newline", t => t + "\n", true);
            yield return ("pattern", "space", t => t + " x", false);
            yield return ("pattern", "letter outside ASCII", t => t + "\u00E9", false);
            yield return ("pattern", "slash", t => t + "/x", false);
            yield return ("pattern", "control character", t => t + "\u0001", false);
            if (BoundaryCharacters(model, shape) is { Length: > 0 } characters)
            {
                yield return ("pattern", "boundary characters of the pattern", t => t + characters, false);
            }
        }

        yield return ("pattern", "emoji", t => t + Emoji, false);
        foreach (var literal in shape.Also)
        {
            yield return ("also", $"{literal} with a suffix", _ => literal + "x", false);
        }
    }

    /// <summary>Shortens or extends a text to the given number of UTF-16 code units. The end of a long text is kept, because it makes names unique.</summary>
    public static string Fit(string text, int length) => length switch
    {
        <= 0 => "",
        _ when text.Length >= length => text[^length..],
        _ => text + new string(text.Length == 0 ? 'a' : text[^1], length - text.Length),
    };

    /// <summary>The printable ASCII characters that are valid as a suffix and whose neighbour in the ASCII table is not.</summary>
    private static string BoundaryCharacters(SuiteModel model, ShapeInfo shape)
    {
        if (new Samples(model).First(shape.Name) is not SpecValue.Text sample)
        {
            return "";
        }

        bool Fits(char c) => c is > ' ' and < '\u007F' && model.IsValid(shape.Name, SpecValue.Of(sample.Value + c));
        var characters = string.Concat(Enumerable.Range(' ', 95).Select(i => (char)i)
            .Where(c => Fits(c) && !(Fits((char)(c - 1)) && Fits((char)(c + 1)))));
        return characters.Length <= 20 ? characters : characters[..20];
    }

    private static (int? Min, int? Max, string? Pattern) Effective(SuiteModel model, ShapeInfo shape)
    {
        var inherited = shape.Base is null ? default : Effective(model, model.Shape(shape.Base));
        return (shape.MinLength ?? inherited.Min, shape.MaxLength ?? inherited.Max, shape.Pattern ?? inherited.Pattern);
    }

    private static string Characters(int count) => count.ToString(CultureInfo.InvariantCulture) + (count == 1 ? " character" : " characters");
}
