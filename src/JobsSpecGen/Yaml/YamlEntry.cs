namespace JobsSpecGen.Yaml;

/// <summary>A key of a mapping with its value.</summary>
internal sealed class YamlEntry(YamlScalar key, YamlNode value)
{
    public YamlScalar Key { get; } = key;

    public YamlNode Value { get; } = value;
}
