namespace JobsSpecGen.Yaml;

/// <summary>A single value, as the text that it is. What type it has depends on where it stands, not on how it looks.</summary>
internal sealed class YamlScalar(string value, YamlScalarStyle style, YamlSpan span, YamlPosition contentStart) : YamlNode(span)
{
    public string Value { get; } = value;

    public YamlScalarStyle Style { get; } = style;

    /// <summary>The first character of the content: behind an opening quote, and in the line below a <c>|</c>.</summary>
    public YamlPosition ContentStart { get; } = contentStart;

    /// <summary>Whether nothing, or one of YAML's words for nothing, stands here. Quoted, they are texts.</summary>
    public bool IsNull => Style == YamlScalarStyle.Plain && Value is ("" or "~" or "null" or "Null" or "NULL");
}
