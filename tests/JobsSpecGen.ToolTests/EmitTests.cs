namespace JobsSpecGen.ToolTests;

public sealed class EmitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Output => _folder["Generated/Deep"];

    [Fact]
    public async Task What_is_written_is_what_a_build_gets()
    {
        var outcome = (await Run.JobspecAsync("emit", Repository.JobsSpec, "-o", Output)).Ended(0);

        Assert.Equal(Repository.GeneratedOf("IotJobs"), Written());
        Assert.Equal(Written().Count + 1, outcome.Lines.Count);
        Assert.All(outcome.Lines.SkipLast(1), line => Assert.StartsWith("wrote     " + Output, line, StringComparison.Ordinal));
        Assert.Equal($"{Written().Count} written, 0 unchanged", outcome.Lines[^1]);
    }

    [Fact]
    public async Task A_server_is_there_if_it_is_asked_for()
    {
        (await Run.JobspecAsync("emit", Repository.JobsSpec, "-o", Output, "--artefact", "httpserver")).Ended(0);

        Assert.NotEmpty(Repository.GeneratedOf("IotJobs.Server"));
        Assert.All(Repository.GeneratedOf("IotJobs.Server"), file => Assert.Equal(file.Value, Written()[file.Key]));
        Assert.DoesNotContain(Written().Keys, name => name.Contains("InMemory", StringComparison.Ordinal) || name.Contains("Suite", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_suite_is_there_with_its_tests_if_it_is_asked_for()
    {
        (await Run.JobspecAsync("emit", Repository.JobsSpec, "-o", Output, "--artefact", "Conformance", "--artefact", "Json")).Ended(0);

        Assert.All(
            (string[])["Suite", "Backend", "Conformance", "Mutants", "SpecInfo", "SpecLines", "Values", "Model", "JsonCodecs"],
            name => Assert.Contains($"IotJobsData.JobsDataPlane.{name}.g.cs", Written().Keys));
    }

    [Fact]
    public async Task What_is_as_it_should_be_is_not_touched()
    {
        (await Run.JobspecAsync("emit", Repository.JobsSpec, "-o", Output)).Ended(0);
        var longAgo = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var files = Directory.GetFiles(Output).Order(StringComparer.Ordinal).ToList();
        files.ForEach(file => File.SetLastWriteTimeUtc(file, longAgo));
        File.AppendAllText(files[3], "// changed");

        var outcome = (await Run.JobspecAsync("emit", Repository.JobsSpec, "-o", Output)).Ended(0);

        Assert.Equal($"1 written, {files.Count - 1} unchanged", outcome.Lines[^1]);
        Assert.Equal([files[3]], files.Where(file => File.GetLastWriteTimeUtc(file) != longAgo));
        Assert.Equal(Repository.GeneratedOf("IotJobs"), Written());
    }

    [Fact]
    public async Task Nothing_is_written_of_a_spec_with_mistakes()
    {
        var broken = _folder.Write("broken.jobs.yaml", File.ReadAllText(Repository.JobsSpec).Replace("status: 404", "statuz: 404", StringComparison.Ordinal));

        var outcome = (await Run.JobspecAsync("emit", broken, "-o", Output)).Ended(1);

        Assert.Contains("error JSG1001", outcome.Output);
        Assert.False(Directory.Exists(_folder["Generated"]));
    }

    [Fact]
    public async Task Files_of_others_are_left_alone()
    {
        Directory.CreateDirectory(Output);
        File.WriteAllText(Path.Combine(Output, "Mine.cs"), "mine");
        (await Run.JobspecAsync("emit", Repository.JobsSpec, "-o", Output)).Ended(0);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Output, "Mine.cs")));

        var model = Path.Combine(Output, "IotJobsData.JobsDataPlane.Model.g.cs");
        File.Delete(Path.Combine(Output, "IotJobsData.JobsDataPlane.Json.g.cs"));
        File.WriteAllText(model, "mine, too");
        var outcome = (await Run.JobspecAsync("emit", Repository.JobsSpec, "-o", Output)).Ended(2);
        Assert.Contains("was not emitted by the generator", outcome.Errors);
        Assert.Equal("mine, too", File.ReadAllText(model));
        Assert.False(File.Exists(Path.Combine(Output, "IotJobsData.JobsDataPlane.Json.g.cs")), "All or nothing is written.");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_2()
    {
        var file = _folder.Write("file", "");
        var outcome = (await Run.JobspecAsync("emit", Repository.JobsSpec, "-o", Path.Combine(file, "Generated"))).Ended(2);
        Assert.StartsWith("jobspec: cannot write into ", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_artefact_that_there_is_not_is_told_with_the_nearest_one()
    {
        var outcome = (await Run.JobspecAsync("emit", Repository.JobsSpec, "-o", Output, "-a", "HttpServr")).Ended(2);
        Assert.Contains("There is no artefact 'HttpServr'. Did you mean 'HttpServer'?", outcome.Errors);
        Assert.False(Directory.Exists(Output));
    }

    public void Dispose() => _folder.Dispose();

    private Dictionary<string, string> Written() => Directory.GetFiles(Output).ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
}
