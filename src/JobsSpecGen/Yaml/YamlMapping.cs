using System.Collections.Generic;

namespace JobsSpecGen.Yaml;

/// <summary>A YAML mapping, in the order of the text. No key occurs twice.</summary>
internal sealed class YamlMapping(IReadOnlyList<YamlEntry> entries, YamlSpan span) : YamlNode(span)
{
    public IReadOnlyList<YamlEntry> Entries { get; } = entries;

    public YamlNode? TryGet(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Value == key)
            {
                return entry.Value;
            }
        }

        return null;
    }
}
