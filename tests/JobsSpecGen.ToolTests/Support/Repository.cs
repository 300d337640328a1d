using System.Reflection;

namespace JobsSpecGen.ToolTests.Support;

/// <summary>Where things are that tests use.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The tool, in the folder into which its project was built.</summary>
    public static string Tool { get; } = Metadata("Tool");

    public static string JobsSpec { get; } = Path.Combine(Root, "spec/iot-jobs-data/2017-11-29.jobs.yaml");

    /// <summary>The scripts that drive clients of other makers.</summary>
    public static string Clients { get; } = Path.Combine(Root, "tests/JobsSpecGen.ToolTests/Clients");

    /// <summary>The committed output of a sample, by file name.</summary>
    public static Dictionary<string, string> GeneratedOf(string sample) =>
        Directory.GetFiles(Path.Combine(Root, "generated-samples", sample, "Generated"), "*.cs", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllText);

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
