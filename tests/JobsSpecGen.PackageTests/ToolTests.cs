namespace JobsSpecGen.PackageTests;

/// <summary>The tool, installed from its package.</summary>
public sealed class ToolTests(PackedPackages packages)
{
    [Fact]
    public async Task It_is_installed_and_works()
    {
        var folder = Directory.CreateTempSubdirectory("jobsspecgen-tool-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "nuget.config"), await packages.ConfigurationAsync(folder.FullName), TestContext.Current.CancellationToken);
            (await DotNet.RunAsync(folder.FullName, Path.Combine(folder.FullName, "cache"), "tool", "install", "JobsSpecGen.Tool", "--version", packages.Version, "--tool-path", "tools")).Succeeded();
            Assert.True(File.Exists(Path.Combine(folder.FullName, "tools", OperatingSystem.IsWindows() ? "jobspec.exe" : "jobspec")));

            var jobspec = Directory.GetFiles(folder.FullName, "jobspec.dll", SearchOption.AllDirectories).Single(file => file.Contains(Path.Combine("tools", ".store"), StringComparison.Ordinal));
            var version = (await DotNet.RunAsync(folder.FullName, null, jobspec, "--version")).Succeeded();
            Assert.Contains(packages.Version, version.Output, StringComparison.Ordinal);
            (await DotNet.RunAsync(folder.FullName, null, jobspec, "check", Path.Combine(PackedPackages.Repository, "spec/iot-jobs-data/2017-11-29.jobs.yaml"))).Succeeded();
            (await DotNet.RunAsync(folder.FullName, null, jobspec, "emit", Path.Combine(PackedPackages.Repository, "spec/lending-library/1.jobs.yaml"), "-o", "out", "-a", "HttpServer", "-a", "Conformance")).Succeeded();
            Assert.True(Directory.GetFiles(Path.Combine(folder.FullName, "out"), "*.g.cs").Length > 15);
            (await DotNet.RunAsync(folder.FullName, null, jobspec, "test", "--list")).Succeeded();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
