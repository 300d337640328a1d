using System.IO.Compression;
using System.Reflection;

[assembly: AssemblyFixture(typeof(JobsSpecGen.PackageTests.PackedPackages))]

namespace JobsSpecGen.PackageTests;

/// <summary>The packages, packed once into a folder of this run under a version that no cache can know.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jobsspecgen-packages-");

    public string Version { get; } = $"99.0.0-test.{DateTime.UtcNow.Ticks}";

    /// <summary>Reduced, what is packed is not analysed for trimming, which takes longer than to compile it.</summary>
    private static readonly string[] s_analysis =
        TestScale.IsFull ? [] : ["-p:EnableTrimAnalyzer=false", "-p:EnableAotAnalyzer=false", "-p:EnableSingleFileAnalyzer=false"];

    /// <summary>The folder that serves as a package source.</summary>
    public string Feed => Path.Combine(_folder.FullName, "feed");

    /// <summary>The repository that this test was built from.</summary>
    public static string Repository { get; } =
        typeof(PackedPackages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    public async ValueTask InitializeAsync()
    {
        foreach (var project in (string[])["JobsSpecGen", "JobsSpecGen.Conformance", "JobsSpecGen.Tool"])
        {
            // Built in a folder of its own, so that a build of the repository that runs meanwhile is not disturbed.
            (await DotNet.RunAsync(
                Repository,
                packages: null,
                [
                "pack", Path.Combine("src", project),
                "--configuration", "Release",
                "--artifacts-path", Path.Combine(_folder.FullName, "build"),
                "--output", Feed,
                "-p:Version=" + Version,
                "-p:MinVerSkip=true",
                .. s_analysis])).Succeeded();
        }
    }

    /// <summary>The names of the files in a package, and the text of any of them.</summary>
    public ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(Feed, $"{id}.{Version}.nupkg"));

    /// <summary>
    /// A nuget.config that adds the packed packages to the sources that the machine has. Where the machine maps packages to sources, a source
    /// without a mapping is never asked; where it does not, a first mapping would take all others away.
    /// </summary>
    internal async Task<string> ConfigurationAsync(string folder)
    {
        var mapping = await DotNet.RunAsync(folder, null, "nuget", "config", "get", "packageSourceMapping");
        var own = mapping.Output.Contains("pattern", StringComparison.Ordinal)
            ? """<packageSourceMapping><packageSource key="packed"><package pattern="JobsSpecGen" /><package pattern="JobsSpecGen.*" /></packageSource></packageSourceMapping>"""
            : "";
        return $"""
            <configuration>
              <packageSources><add key="packed" value="{Feed}" /></packageSources>
              {own}
            </configuration>
            """;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return default;
    }
}
