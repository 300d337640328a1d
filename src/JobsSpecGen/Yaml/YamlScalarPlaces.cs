using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace JobsSpecGen.Yaml;

/// <summary>Converts the parser's scalars, with spans that suit an editor.</summary>
internal static class YamlScalarPlaces
{
    public static YamlScalar ToNode(Scalar scalar, YamlText text)
    {
        var start = scalar.Start.ToPosition();
        var style = StyleOf(scalar.Style);
        switch (style)
        {
            case YamlScalarStyle.Literal:
            case YamlScalarStyle.Folded:
                // The parser's end is after the following line breaks; ours is the end of the last line with text.
                var (first, last) = ContentLines(start.Line, LastLineOf(scalar), text);
                var content = first > start.Line ? new YamlPosition(first, IndentationOf(text.Line(first))) : start;
                return new YamlScalar(scalar.Value, style, new YamlSpan(start, text.EndOf(last)), content);
            case YamlScalarStyle.SingleQuoted:
            case YamlScalarStyle.DoubleQuoted:
                return new YamlScalar(scalar.Value, style, new YamlSpan(start, scalar.End.ToPosition()), new YamlPosition(start.Line, start.Column + 1));
            default:
                return new YamlScalar(scalar.Value, style, new YamlSpan(start, scalar.End.ToPosition()), start);
        }
    }

    /// <summary>The last line of a scalar.</summary>
    public static int LastLineOf(Scalar scalar)
    {
        var end = scalar.End.ToPosition();
        return end.Column == 0 && end.Line > scalar.Start.ToPosition().Line ? end.Line - 1 : end.Line;
    }

    private static (int First, int Last) ContentLines(int header, int last, YamlText text)
    {
        while (last > header && string.IsNullOrWhiteSpace(text.Line(last)))
        {
            last--;
        }

        var first = header + 1;
        while (first < last && string.IsNullOrWhiteSpace(text.Line(first)))
        {
            first++;
        }

        return last == header ? (header, header) : (first, last);
    }

    private static int IndentationOf(string line) => line.Length - line.TrimStart(' ').Length;

    private static YamlScalarStyle StyleOf(ScalarStyle style) => style switch
    {
        ScalarStyle.SingleQuoted => YamlScalarStyle.SingleQuoted,
        ScalarStyle.DoubleQuoted => YamlScalarStyle.DoubleQuoted,
        ScalarStyle.Literal => YamlScalarStyle.Literal,
        ScalarStyle.Folded => YamlScalarStyle.Folded,
        _ => YamlScalarStyle.Plain,
    };
}
