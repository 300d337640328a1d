namespace JobsSpecGen.ToolTests;

public sealed class CheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_spec_without_mistakes_gives_nothing_and_0()
    {
        var outcome = (await Run.JobspecAsync("check", Repository.JobsSpec)).Ended(0);

        Assert.Equal("", outcome.Output);
        Assert.Equal("", outcome.Errors);
    }

    [Fact]
    public async Task A_mistake_is_told_as_the_compiler_tells_it()
    {
        var file = Broken("status: 404", "statuz: 404");

        var outcome = (await Run.JobspecAsync("check", file)).Ended(1);

        var line = LineOf("status: 404");
        Assert.Equal(
            [
                $"{file}({line},5): error JSG1001: The error 'ResourceNotFoundException' has no key 'statuz'. Did you mean 'status'?",
                $"{file}({line},5): error JSG1002: The error 'ResourceNotFoundException' needs the key 'status'; add it",
            ],
            outcome.Lines);
        Assert.Equal("", outcome.Errors);
    }

    [Fact]
    public async Task Every_file_is_looked_at_by_itself()
    {
        // The same namespace in both would be a mistake in one project.
        var copy = _folder.Write("copy.jobs.yaml", File.ReadAllText(Repository.JobsSpec));

        (await Run.JobspecAsync("check", Repository.JobsSpec, copy)).Ended(0);
        var outcome = (await Run.JobspecAsync("check", copy, Broken("status: 404", "statuz: 404"))).Ended(1);
        Assert.All(outcome.Lines, line => Assert.Contains("broken.jobs.yaml(", line));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_2_and_the_others_are_looked_at_all_the_same()
    {
        var outcome = (await Run.JobspecAsync("check", _folder["none.yaml"], Broken("status: 404", "statuz: 404"))).Ended(2);

        Assert.Equal($"jobspec: cannot read '{_folder["none.yaml"]}': there is no such file.\n", outcome.Errors);
        Assert.Equal(2, outcome.Lines.Count);
    }

    [Fact]
    public async Task What_would_change_the_order_of_letters_is_written_out()
    {
        var outcome = (await Run.JobspecAsync("check", Broken("status: 404", "\"st\\u202Esuta\": 404"))).Ended(1);

        Assert.Contains(@"'st\u202Esuta'", outcome.Output);
        Assert.DoesNotContain('\u202E', outcome.Output);
    }

    [Fact]
    public async Task Somebody_at_a_terminal_sees_the_place()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "There is no /usr/bin/script, which makes a terminal.");
        var command = $"{Run.DotNet} {Repository.Tool} check {Broken("status: 404", "statuz: 404")}";

        var outcome = await Run.ProgramAsync("/usr/bin/script", ["-qec", command, "/dev/null"], ("TERM", "xterm"));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("        statuz: 404", outcome.Output);
        Assert.Contains("        ^^^^^^\u001B", outcome.Output);

        var plain = await Run.ProgramAsync("/usr/bin/script", ["-qec", command, "/dev/null"], ("TERM", "xterm"), ("NO_COLOR", "1"));
        Assert.DoesNotContain("^^", plain.Output);
        Assert.DoesNotContain("[38;5", plain.Output);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The shipped spec with a mistake at the first place where a text stands.</summary>
    private string Broken(string text, string mistake)
    {
        var spec = File.ReadAllText(Repository.JobsSpec);
        var place = spec.IndexOf(text, StringComparison.Ordinal);
        Assert.True(place > 0);
        return _folder.Write("broken.jobs.yaml", spec[..place] + mistake + spec[(place + text.Length)..]);
    }

    private static int LineOf(string text) => File.ReadLines(Repository.JobsSpec).TakeWhile(line => !line.Contains(text, StringComparison.Ordinal)).Count() + 1;
}
