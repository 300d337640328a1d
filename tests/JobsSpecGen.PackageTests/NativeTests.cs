namespace JobsSpecGen.PackageTests;

/// <summary>All that the generator emits, but for the suite, compiled to machine code: without a warning of the trimmer or the compiler, and it works.</summary>
public sealed class NativeTests(PackedPackages packages)
{
    private const string RequiredVariable = "JOBSSPECGEN_REQUIRE_AOT";

    [Fact]
    public async Task It_is_published_without_a_warning_and_does_what_it_does_elsewhere()
    {
        TestScale.SkipUnlessFull();
        var isThere = File.Exists("/usr/bin/gcc") && File.Exists("/usr/include/zlib.h");
        Assert.True(isThere || Environment.GetEnvironmentVariable(RequiredVariable) != "1", "The linker of machine code is not there; apt-get install gcc zlib1g-dev.");
        Assert.SkipUnless(isThere, "The linker of machine code is not there; apt-get install gcc zlib1g-dev.");

        var folder = Directory.CreateTempSubdirectory("jobsspecgen-native-");
        try
        {
            foreach (var file in (string[])["Kiln.csproj", "Program.cs"])
            {
                File.Copy(Path.Combine(AppContext.BaseDirectory, "Native", file), Path.Combine(folder.FullName, file));
            }

            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "nuget.config"), await packages.ConfigurationAsync(folder.FullName), TestContext.Current.CancellationToken);
            var published = (await DotNet.RunAsync(
                folder.FullName, Path.Combine(folder.FullName, "cache"), "publish", "--use-current-runtime", "--output", "out", $"-p:JobsSpecGenVersion={packages.Version}", "-p:CppCompilerAndLinker=gcc")).Succeeded();
            Assert.DoesNotContain("warning", published.Output, StringComparison.OrdinalIgnoreCase);

            Assert.Empty(Directory.GetFiles(Path.Combine(folder.FullName, "out"), "*.dll"));
            var said = (await DotNet.ProgramAsync(Path.Combine(folder.FullName, "out", "Kiln"), folder.FullName, packages: null)).Succeeded();
            Assert.Equal(
                """
                started: firing-1 {"celsius":1220}
                codec: True
                refused: VersionMismatchException
                left: 0 queued, 0 in progress
                violations: thingName
                unsigned: 403
                openapi: 3.1.0
                """,
                said.Output.Trim(),
                ignoreLineEndingDifferences: true);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
