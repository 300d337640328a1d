namespace JobsSpecGen.Yaml;

/// <summary>A value in a YAML text, with its place.</summary>
internal abstract class YamlNode(YamlSpan span)
{
    public YamlSpan Span { get; } = span;
}
