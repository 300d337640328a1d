using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Validation;

/// <summary>
/// Emits the members of a validator that match its pattern, by the cheapest sufficient method: a vectorised search for
/// characters outside (or inside) an ASCII set, a loop over code points, or a regular expression.
/// </summary>
internal static class PatternText
{
    public static void WriteFields(CodeWriter writer, Shape shape)
    {
        if (shape.Pattern is not { } pattern)
        {
            return;
        }

        if (pattern.Class is null)
        {
            writer.Line($"private static readonly global::System.Text.RegularExpressions.Regex s_pattern =");
            writer.Line($"    new({CSharpLiteral.Of("\\A(?:" + pattern.Text + ")\\z")}, global::System.Text.RegularExpressions.RegexOptions.CultureInvariant);");
            writer.Line();
        }
        else if (IsAsciiSet(pattern.Class))
        {
            writer.Line($"private static readonly global::System.Buffers.SearchValues<char> s_listed =");
            writer.Line($"    global::System.Buffers.SearchValues.Create({CSharpLiteral.Of(Listed(pattern.Class))});");
            writer.Line();
        }
    }

    public static void WriteMatch(CodeWriter writer, ShapeTypes types, Shape shape)
    {
        if (shape.Pattern is not { } pattern)
        {
            return;
        }

        writer.Line();
        var notEmpty = pattern.AllowsEmpty ? Code.Empty : Code.Of($"value.Length > 0 && ");
        if (pattern.Class is not { } set)
        {
            writer.Line($"private static bool Matches(string value) => s_pattern.IsMatch(value);");
        }
        else if (IsAsciiSet(set))
        {
            var search = set.Negated ? Code.Of($"IndexOfAny") : Code.Of($"IndexOfAnyExcept");
            writer.Line($"private static bool Matches(string value) =>");
            writer.Line($"    {notEmpty}global::System.MemoryExtensions.{search}(global::System.MemoryExtensions.AsSpan(value), s_listed) < 0;");
        }
        else if (set is { Negated: true, ExcludesOther: true, Ranges.Count: 0 })
        {
            writer.Line($"private static bool Matches(string value) => {notEmpty}!global::{types.Namespace}.CodePoints.HasOther(value);");
        }
        else
        {
            WriteLoop(writer, types, set, pattern.AllowsEmpty);
        }
    }

    /// <summary>Whether a comparison of single UTF-16 units with a few ASCII characters is sufficient.</summary>
    private static bool IsAsciiSet(CodePointClass set) => !set.ExcludesOther && set.Ranges.All(range => range.Last < 0x80);

    private static string Listed(CodePointClass set) => new(
        set.Ranges.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1))
            .Distinct()
            .OrderBy(codePoint => codePoint)
            .Select(codePoint => (char)codePoint)
            .ToArray());

    private static void WriteLoop(CodeWriter writer, ShapeTypes types, CodePointClass set, bool allowsEmpty)
    {
        writer.Open($"private static bool Matches(string value)");
        writer.Line($$"""
            for (var i = 0; i < value.Length;)
            {
                var codePoint = global::{{types.Namespace}}.CodePoints.Next(value, ref i);
                if ({{(set.Negated ? Code.Empty : Code.Of($"!"))}}IsListed(codePoint))
                {
                    return false;
                }
            }

            """);
        writer.Line(allowsEmpty ? (CodeText)$"return true;" : $"return value.Length > 0;");
        writer.Close();
        writer.Line();
        writer.Line($"private static bool IsListed(int codePoint) =>");
        var ranges = Code.Join(" or ", set.Ranges.Select(Range));
        var listed = Code.Of($"codePoint is {ranges}");
        var other = Code.Of($"global::{types.Namespace}.CodePoints.IsOther(codePoint)");
        writer.Line((set.Ranges.Count > 0, set.ExcludesOther) switch
        {
            (true, true) => (CodeText)$"    {listed} || {other};",
            (true, false) => $"    {listed};",
            _ => $"    {other};",
        });
    }

    private static Code Range(CodePointRange range) => range.First == range.Last
        ? CSharpLiteral.OfCodePoint(range.First)
        : Code.Of($"(>= {CSharpLiteral.OfCodePoint(range.First)} and <= {CSharpLiteral.OfCodePoint(range.Last)})");
}
