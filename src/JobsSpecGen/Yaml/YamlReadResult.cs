using System.Collections.Generic;

namespace JobsSpecGen.Yaml;

/// <summary>The result of reading a text. The root is null where a finding makes the text ambiguous.</summary>
internal sealed class YamlReadResult(YamlNode? root, bool isRecovered, IReadOnlyList<YamlFinding> findings)
{
    public YamlNode? Root { get; } = root;

    /// <summary>
    /// Whether the root comes from error recovery. It is good enough to keep the emitted types, so that one error does not cause
    /// many errors about missing types. Further findings about it are not reported.
    /// </summary>
    public bool IsRecovered { get; } = isRecovered;

    public IReadOnlyList<YamlFinding> Findings { get; } = findings;
}
