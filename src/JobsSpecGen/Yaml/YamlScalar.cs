namespace JobsSpecGen.Yaml;

/// <summary>A scalar, as text. Its type depends on where it is used, not on its spelling.</summary>
internal sealed class YamlScalar(string value, YamlScalarStyle style, YamlSpan span, YamlPosition contentStart) : YamlNode(span)
{
    public string Value { get; } = value;

    public YamlScalarStyle Style { get; } = style;

    /// <summary>The first character of the content: after an opening quote, or in the line below a <c>|</c>.</summary>
    public YamlPosition ContentStart { get; } = contentStart;

    /// <summary>Whether the scalar is empty or one of YAML's spellings of null, and is not quoted.</summary>
    public bool IsNull => Style == YamlScalarStyle.Plain && Value is ("" or "~" or "null" or "Null" or "NULL");
}
