namespace JobsSpecGen.Yaml;

/// <summary>A span of a text, from its first character up to the character after its last one.</summary>
internal readonly record struct YamlSpan(YamlPosition Start, YamlPosition End);
