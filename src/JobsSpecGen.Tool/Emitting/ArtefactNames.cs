using JobsSpecGen.Diagnostics;
using JobsSpecGen.Pipeline;

namespace JobsSpecGen.Tool.Emitting;

/// <summary>The names of what can be emitted, as the generator has them.</summary>
internal static class ArtefactNames
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetNames<Artefact>().Where(name => name != nameof(Artefact.None))];

    /// <summary>Why a name is none of them; null where it is one.</summary>
    public static string? Mistake(string name) =>
        All.Contains(name, StringComparer.OrdinalIgnoreCase) ? null : $"There is no artefact '{name}'.{Suggestion.For(name, All)}";

    /// <summary>Whether an artefact is among those that were asked for.</summary>
    public static bool Has(this IEnumerable<string> names, Artefact artefact) => names.Contains(artefact.ToString(), StringComparer.OrdinalIgnoreCase);
}
