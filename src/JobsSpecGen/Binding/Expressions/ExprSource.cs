using System.Linq;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Expressions;

/// <summary>The text of an expression with its position in the YAML, so that findings point into the scalar.</summary>
internal readonly struct ExprSource(YamlScalar scalar)
{
    public string Text => scalar.Value;

    public YamlSpan Span => scalar.Span;

    /// <summary>The span of a part of the text; the whole scalar if folding or escapes have moved it.</summary>
    public YamlSpan SpanOf(int start, int length)
    {
        if (scalar.Span.Start.Line != scalar.Span.End.Line || scalar.Style is YamlScalarStyle.Literal or YamlScalarStyle.Folded)
        {
            return scalar.Span;
        }

        var moved = 0;
        if (scalar.Style == YamlScalarStyle.SingleQuoted)
        {
            // A quote inside a quoted scalar is doubled.
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
