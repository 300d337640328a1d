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
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal))
            .Append(typeof(ConformanceSuite).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];
}
