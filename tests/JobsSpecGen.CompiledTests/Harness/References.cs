using JobsSpecGen.Conformance;
using Microsoft.CodeAnalysis;

namespace JobsSpecGen.CompiledTests.Harness;

/// <summary>What compiled specs refer to.</summary>
internal static class References
{
    /// <summary>
    /// The framework and the engine. Neither the samples, so that a spec gets types of its own, nor xunit, so that it gets
    /// no test class.
    /// </summary>
    public static IReadOnlyList<MetadataReference> OfSpecs { get; } =
        Those(path => !IsOurs(path) || path == typeof(ConformanceSuite).Assembly.Location);

    /// <summary>The framework and the packages that the engine needs, without the engine.</summary>
    public static IReadOnlyList<MetadataReference> OfEngine { get; } = Those(path => !IsOurs(path) || IsPackageOfEngine(Path.GetFileNameWithoutExtension(path)));

    private static MetadataReference[] Those(Func<string, bool> isWanted) =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(isWanted).Select(path => MetadataReference.CreateFromFile(path))];

    private static bool IsOurs(string path) => path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal);

    private static bool IsPackageOfEngine(string name) =>
        typeof(ConformanceSuite).Assembly.GetReferencedAssemblies().Any(reference => reference.Name == name);
}
