namespace JobsSpecGen.ToolTests.Clients;

/// <summary>AWS's own clients, as Debian has them in the packages python3-boto3 and awscli.</summary>
internal static class AwsClients
{
    public const string Python = "/usr/bin/python3";
    public const string CommandLine = "/usr/bin/aws";

    /// <summary>Skips a test where a program is missing, unless continuous integration says that it must not be.</summary>
    public static async Task RequireAsync(string program, string package, params string[] probe)
    {
        var isThere = File.Exists(program) && (await Run.ProgramAsync(program, probe)).ExitCode == 0;
        var mustBe = Environment.GetEnvironmentVariable("JOBSSPECGEN_REQUIRE_AWS") == "1";
        Assert.True(isThere || !mustBe, $"{program} does not work; apt-get install {package}.");
        Assert.SkipUnless(isThere, $"{program} is not there, or lacks what it needs; apt-get install {package}.");
    }
}
