using JobsSpecGen.Diagnostics;
using JobsSpecGen.Pipeline;

namespace JobsSpecGen.Tool.Emitting;

/// <summary>The names of the artefacts, as in the generator.</summary>
internal static class ArtefactNames
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetNames<Artefact>().Where(name => name != nameof(Artefact.None))];

    /// <summary>The error message for an unknown name; null for a known one.</summary>
    public static string? Error(string name) =>
        All.Contains(name, StringComparer.OrdinalIgnoreCase) ? null : $"There is no artefact '{name}'.{Suggestion.For(name, All)}";

    /// <summary>Whether an artefact is among the requested ones.</summary>
    public static bool Has(this IEnumerable<string> names, Artefact artefact) => names.Contains(artefact.ToString(), StringComparer.OrdinalIgnoreCase);
}
