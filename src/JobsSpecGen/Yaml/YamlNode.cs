namespace JobsSpecGen.Yaml;

/// <summary>A YAML node with its span.</summary>
internal abstract class YamlNode(YamlSpan span)
{
    public YamlSpan Span { get; } = span;
}
