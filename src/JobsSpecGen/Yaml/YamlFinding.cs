using JobsSpecGen.Model;

namespace JobsSpecGen.Yaml;

/// <summary>A mistake in the YAML itself: its id (see <see cref="YamlFindingKinds"/>), its place, and what goes into the message.</summary>
internal sealed record YamlFinding(string Id, YamlSpan Span, EquatableArray<string> Arguments);
