using System.Collections.Generic;

namespace JobsSpecGen.Yaml;

/// <summary>What came of reading a text. The root is null where a finding leaves it unclear what the text says.</summary>
internal sealed class YamlReadResult(YamlNode? root, IReadOnlyList<YamlFinding> findings)
{
    public YamlNode? Root { get; } = root;

    public IReadOnlyList<YamlFinding> Findings { get; } = findings;
}
