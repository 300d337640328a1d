using System.Collections.Generic;

namespace JobsSpecGen.Yaml;

/// <summary>What came of reading a text. The root is null where a finding leaves it unclear what the text says.</summary>
internal sealed class YamlReadResult(YamlNode? root, bool isGuess, IReadOnlyList<YamlFinding> findings)
{
    public YamlNode? Root { get; } = root;

    /// <summary>
    /// Whether the root is only what the text probably says. It is good enough to keep the emitted types, so that one mistake is not
    /// drowned in errors about missing types; what else might be wrong with it is not worth telling.
    /// </summary>
    public bool IsGuess { get; } = isGuess;

    public IReadOnlyList<YamlFinding> Findings { get; } = findings;
}
