namespace JobsSpecGen.Yaml;

/// <summary>A kind of error in a YAML text.</summary>
internal sealed record YamlFindingKind(string Id, string Title, string MessageFormat);
