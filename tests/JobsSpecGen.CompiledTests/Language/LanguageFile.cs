using System.Collections.Concurrent;
using JobsSpecGen.CompiledTests.Harness;

namespace JobsSpecGen.CompiledTests.Language;

/// <summary>The document in the repository, and the specs of its tutorial, each compiled once with all artefacts.</summary>
internal static class LanguageFile
{
    private static readonly ConcurrentDictionary<int, Lazy<CompiledSpec>> s_compiled = new();

    public static LanguageDocument Document { get; } = LanguageDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "spec", "LANGUAGE.md")));

    public static SpecText SpecAfter(int step) => new("garage.jobs.yaml", Document.SpecAfter(step));

    public static CompiledSpec CompiledAfter(int step) => s_compiled.GetOrAdd(step, _ => new(() => CompiledSpec.From(SpecAfter(step), emit: null))).Value;
}
