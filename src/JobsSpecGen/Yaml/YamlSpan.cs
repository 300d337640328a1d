namespace JobsSpecGen.Yaml;

/// <summary>A stretch of a text, from its first character up to the one behind its last.</summary>
internal readonly record struct YamlSpan(YamlPosition Start, YamlPosition End);
