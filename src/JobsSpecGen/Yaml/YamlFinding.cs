using JobsSpecGen.Model;

namespace JobsSpecGen.Yaml;

/// <summary>An error in the YAML itself: its id (see <see cref="YamlFindingKinds"/>), its span and the arguments of its message.</summary>
internal sealed record YamlFinding(string Id, YamlSpan Span, EquatableArray<string> Arguments);
