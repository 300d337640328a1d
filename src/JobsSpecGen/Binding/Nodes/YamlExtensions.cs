using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Nodes;

/// <summary>Extension methods of positioned nodes.</summary>
internal static class YamlExtensions
{
    /// <summary>The first character of a span, for findings about something that may be very long.</summary>
    public static YamlSpan Head(this YamlSpan span) => new(span.Start, new YamlPosition(span.Start.Line, span.Start.Column + 1));

    /// <summary>The same scalar, shortened at its end.</summary>
    public static YamlScalar WithValue(this YamlScalar scalar, string value) => new(value, scalar.Style, scalar.Span, scalar.ContentStart);
}
