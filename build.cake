// dotnet tool restore && dotnet cake --target=<Target>
//
//   Clean, Restore, Build, Test, Pack   what they say; JOBSSPECGEN_TESTS=full has the tests try all (tests/README.md)
//   Samples                             writes the committed generator output in generated-samples anew
//   VerifySamples                       the same, and fails if it differs from what is committed
//   Default                             Test, VerifySamples, Pack

var target = Argument("target", "Default");
var configuration = Argument("configuration", "Debug");
var solution = File("./JobsSpecGen.sln");
var artifacts = Directory("./artifacts");
var results = artifacts + Directory("results");
var packages = artifacts + Directory("packages");

Task("Clean").Does(() =>
{
    CleanDirectory(artifacts);
    CleanDirectories("./{src,tests,generated-samples}/*/{bin,obj}");
});

Task("Restore").Does(() => DotNetRestore(solution));

Task("Build").IsDependentOn("Restore").Does(() =>
    DotNetBuild(solution, new DotNetBuildSettings { Configuration = configuration, NoRestore = true }));

Task("Test").IsDependentOn("Build").Does(() =>
    Run("dotnet", "test", "--solution", solution, "--configuration", configuration, "--no-build",
        "--report-xunit-junit", "--results-directory", MakeAbsolute(results).FullPath));

Task("Pack").IsDependentOn("Build").Does(() =>
{
    foreach (var project in GetFiles("./src/*/*.csproj"))
        DotNetPack(project.FullPath, new DotNetPackSettings { Configuration = configuration, NoBuild = true, OutputDirectory = packages });
});

Task("Samples").IsDependentOn("Build").Does(() =>
{
    foreach (var sample in SamplesWithCommittedOutput())
        Regenerate(sample);
});

Task("VerifySamples").IsDependentOn("Samples").Does(() =>
{
    var samples = SamplesWithCommittedOutput();
    if (samples.Count == 0)
    {
        Information("No sample has <CommitGeneratedOutput>true</CommitGeneratedOutput>.");
        return;
    }

    var generated = samples.Select(GeneratedOf).ToArray();
    var drift = StartProcess("git", Arguments(new[] { "--no-pager", "diff", "--exit-code", "--" }.Concat(generated))) != 0;
    foreach (var file in Untracked(generated))
    {
        StartProcess("git", Arguments(new[] { "--no-pager", "diff", "--no-index", "--", "/dev/null", file }));
        drift = true;
    }
    if (drift)
        throw new CakeException("The committed generator output is not what the generator writes (diff above). If the change is meant, run `dotnet cake --target=Samples` and commit the result.");
    Information("The committed output of {0} sample(s) is what the generator writes.", samples.Count);
});

Task("Default").IsDependentOn("Test").IsDependentOn("VerifySamples").IsDependentOn("Pack");

RunTarget(target);

List<FilePath> SamplesWithCommittedOutput() => GetFiles("./generated-samples/**/*.csproj")
    .Where(project => System.IO.File.ReadAllText(project.FullPath).Contains("<CommitGeneratedOutput>true</CommitGeneratedOutput>"))
    .OrderBy(project => project.FullPath, StringComparer.Ordinal)
    .ToList();

string GeneratedOf(FilePath project) => project.GetDirectory().Combine("Generated").FullPath;

void Regenerate(FilePath project)
{
    var folder = GeneratedOf(project);
    // The empty folder stays, so that git has a path to look at even when nothing is generated.
    EnsureDirectoryExists(folder);
    CleanDirectory(folder);
    DotNetBuild(project.FullPath, new DotNetBuildSettings
    {
        Configuration = configuration,
        NoRestore = true,
        NoIncremental = true,
        // The solution was just built; only this compilation has to run again.
        MSBuildSettings = new DotNetMSBuildSettings().WithProperty("BuildProjectReferences", "false"),
    });
}

IReadOnlyList<string> Untracked(IEnumerable<string> folders)
{
    var settings = Arguments(new[] { "ls-files", "--others", "--exclude-standard", "--" }.Concat(folders));
    settings.RedirectStandardOutput = true;
    if (StartProcess("git", settings, out var lines) != 0)
        throw new CakeException("git could not list the files of the samples.");
    return lines.ToList();
}

void Run(string tool, params string[] arguments)
{
    var exitCode = StartProcess(tool, Arguments(arguments));
    if (exitCode != 0)
        throw new CakeException(exitCode, $"`{tool} {string.Join(' ', arguments)}` ended with exit code {exitCode}.");
}

ProcessSettings Arguments(IEnumerable<string> arguments)
{
    var builder = new ProcessArgumentBuilder();
    foreach (var argument in arguments)
        builder.AppendQuoted(argument);
    return new ProcessSettings { Arguments = builder };
}
