using DiffPlex.Renderer;

namespace JobsSpecGen.ToolTests.Clients;

/// <summary>Devices that were written for AWS work against <c>jobspec serve</c> as they are.</summary>
public sealed class AwsClientTests : IDisposable
{
    private const string Id = "AKIDEXAMPLE";
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("memory")]
    [InlineData("jobs.db")]
    public async Task Boto3_lives_a_whole_life(string storage)
    {
        await AwsClients.RequireAsync(AwsClients.Python, "python3-boto3", "-c", "import boto3");
        await using var server = await ServerProcess.StartAsync("--storage", storage == "memory" ? storage : _folder[storage], "--credentials", $"{Id}:{Secret}");

        var outcome = (await Run.ProgramAsync(AwsClients.Python, [Path.Combine(Repository.Clients, "boto3_device.py"), server.Address.ToString(), Id, Secret])).Ended(0);

        Assert.Matches(@"\d{3,} things are as they should be", outcome.Output);
    }

    [Fact]
    public async Task Boto3_is_refused_with_another_key()
    {
        await AwsClients.RequireAsync(AwsClients.Python, "python3-boto3", "-c", "import boto3");
        await using var server = await ServerProcess.StartAsync("--credentials", $"{Id}:{Secret}");

        var outcome = (await Run.ProgramAsync(AwsClients.Python, [Path.Combine(Repository.Clients, "boto3_device.py"), server.Address.ToString(), Id, "another"])).Ended(1);

        Assert.Contains("InvalidSignatureException", outcome.Errors);
    }

    [Fact]
    public async Task The_command_line_says_what_it_said_before()
    {
        await AwsClients.RequireAsync(AwsClients.CommandLine, "awscli", "--version");
        await using var server = await ServerProcess.StartAsync("--credentials", $"{Id}:{Secret}");

        // Each command is a start of Python that takes a second or two.
        var commands = TestScale.Choose(full: 99, reduced: 6);
        var transcript = (await Run.ProgramAsync(
            "bash",
            [Path.Combine(Repository.Clients, "aws_device.sh"), AwsClients.CommandLine, server.Address.ToString().TrimEnd('/'), $"{commands}"],
            ("AWS_ACCESS_KEY_ID", Id),
            ("AWS_SECRET_ACCESS_KEY", Secret))).Ended(0);

        var file = Path.Combine(Repository.Clients, "aws_device.transcript.txt");
        if (Environment.GetEnvironmentVariable("JOBSSPECGEN_UPDATE_TRANSCRIPT") == "1" && TestScale.IsFull)
        {
            await File.WriteAllTextAsync(file, transcript.Output, TestContext.Current.CancellationToken);
        }

        var expected = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        expected = string.Join("$ aws ", expected.Split("$ aws ").Take(commands + 1));
        Assert.True(
            expected == transcript.Output,
            $"JOBSSPECGEN_UPDATE_TRANSCRIPT=1 with {TestScale.Variable}=full writes what is meant.\n{UnidiffRenderer.GenerateUnidiff(expected, transcript.Output, "before", "now")}\n{transcript.Errors}");
    }

    public void Dispose() => _folder.Dispose();
}
