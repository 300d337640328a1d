namespace JobsSpecGen.ToolTests;

public sealed class HelpTests
{
    [Theory]
    [InlineData("", "check", "emit", "serve", "test", "--plain", "--version")]
    [InlineData("check", "<FILE>", "exit code is 0")]
    [InlineData("emit", "<FILE>", "--output <DIR>", "-o", "--artefact <NAME>", "HttpServer", "exit code is 0")]
    [InlineData("serve", "--port <N>", "8080", "--host <ADDRESS>", "127.0.0.1", "--storage <memory|FILE>", "--revision <R>", "exit code is 0")]
    [InlineData(
        "test", "--endpoint <URL>", "--revision <R>", "--clause <ID>", "--list", "--seed <S>", "--random-sequences <N>", "--concurrent-runs <N>", "--timeout <SECONDS>",
        "--environment-delay <SECONDS>", "--clock-tolerance <SECONDS>", "--given <NAME=VALUE>", "--arrange <COMMAND>", "--arrange-http <TEMPLATE>",
        "--baseline <FILE>", "--update-baseline", "--report <DIR>", "--name <NAME>", "exit code is 0")]
    public async Task Help_names_every_option(string command, params string[] words)
    {
        var outcome = (await Run.JobspecAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"])).Ended(0);

        Assert.All(words, word => Assert.Contains(word, outcome.Output, StringComparison.Ordinal));
        Assert.DoesNotContain('\u001B', outcome.Output);
    }

    [Theory]
    [InlineData("chek", "check")]
    [InlineData("serve --pord 1", "--pord")]
    [InlineData("check", "argument missing for command: 'check'")]
    [InlineData("serve --port ninety", "ninety")]
    [InlineData("test", "--endpoint URL")]
    public async Task A_command_that_makes_no_sense_is_2_and_says_why(string command, string says)
    {
        var outcome = (await Run.JobspecAsync(command.Split(' '))).Ended(2);
        Assert.Contains(says, outcome.ToString(), StringComparison.Ordinal);
    }
}
