namespace JobsSpecGen.Yaml;

/// <summary>What can be wrong with a YAML text.</summary>
internal sealed record YamlFindingKind(string Id, string Title, string MessageFormat);
