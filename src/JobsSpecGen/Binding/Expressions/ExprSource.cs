using System.Linq;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Expressions;

/// <summary>An expression's text with its place in the YAML, so that findings point into the scalar.</summary>
internal readonly struct ExprSource(YamlScalar scalar)
{
    public string Text => scalar.Value;

    public YamlSpan Span => scalar.Span;

    /// <summary>The place of a part of the text; the whole scalar where folding or escapes have moved it.</summary>
    public YamlSpan SpanOf(int start, int length)
    {
        if (scalar.Span.Start.Line != scalar.Span.End.Line || scalar.Style is YamlScalarStyle.Literal or YamlScalarStyle.Folded)
        {
            return scalar.Span;
        }

        var moved = 0;
        if (scalar.Style == YamlScalarStyle.SingleQuoted)
        {
            // A quote inside stands there twice.
            moved = scalar.Value.Take(start).Count(c => c == '\'');
        }
        else if (scalar.Style == YamlScalarStyle.DoubleQuoted && scalar.Value.Length + 2 != scalar.Span.End.Column - scalar.Span.Start.Column)
        {
            return scalar.Span;
        }

        var first = new YamlPosition(scalar.ContentStart.Line, scalar.ContentStart.Column + start + moved);
        return new YamlSpan(first, new YamlPosition(first.Line, first.Column + System.Math.Max(length, 1)));
    }
}
