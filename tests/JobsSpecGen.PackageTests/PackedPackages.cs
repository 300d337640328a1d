using System.IO.Compression;
using System.Reflection;

[assembly: AssemblyFixture(typeof(JobsSpecGen.PackageTests.PackedPackages))]

namespace JobsSpecGen.PackageTests;

/// <summary>Both packages, packed once into a folder of this run under a version that no cache can know.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jobsspecgen-packages-");

    public string Version { get; } = $"99.0.0-test.{DateTime.UtcNow.Ticks}";

    /// <summary>The folder that serves as a package source.</summary>
    public string Feed => Path.Combine(_folder.FullName, "feed");

    /// <summary>The repository that this test was built from.</summary>
    public static string Repository { get; } =
        typeof(PackedPackages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    public async ValueTask InitializeAsync()
    {
        foreach (var project in (string[])["JobsSpecGen", "JobsSpecGen.Conformance"])
        {
            // Built in a folder of its own, so that a build of the repository that runs meanwhile is not disturbed.
            (await DotNet.RunAsync(
                Repository,
                packages: null,
                "pack", Path.Combine("src", project),
                "--configuration", "Release",
                "--artifacts-path", Path.Combine(_folder.FullName, "build"),
                "--output", Feed,
                "-p:Version=" + Version,
                "-p:MinVerSkip=true")).Succeeded();
        }
    }

    /// <summary>The names of the files in a package, and the text of any of them.</summary>
    public ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(Feed, $"{id}.{Version}.nupkg"));

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return default;
    }
}
