using System.Collections.Generic;

namespace JobsSpecGen.Yaml;

/// <summary>A YAML sequence.</summary>
internal sealed class YamlSequence(IReadOnlyList<YamlNode> items, YamlSpan span) : YamlNode(span)
{
    public IReadOnlyList<YamlNode> Items { get; } = items;
}
