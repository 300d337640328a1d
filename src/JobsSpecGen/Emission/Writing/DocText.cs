using System.Linq;
using System.Text;

namespace JobsSpecGen.Emission.Writing;

/// <summary>Text of the spec in a documentation comment: on one line, XML-escaped, without line terminators.</summary>
internal readonly struct DocText
{
    private readonly string _text;

    private DocText(string text) => _text = text;

    public static DocText Of(string? text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text ?? string.Empty)
        {
            escaped.Append(c switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF' || char.IsSurrogate(c) => " ",
                _ => c.ToString(),
            });
        }

        return new DocText(string.Join(" ", escaped.ToString().Split([' '], System.StringSplitOptions.RemoveEmptyEntries)));
    }

    public override string ToString() => _text;
}
