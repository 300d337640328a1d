using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace JobsSpecGen.ToolTests;

public sealed class TestCommandTests(SharedServer shared) : IClassFixture<SharedServer>, IDisposable
{
    private const string Key = "AKIDEXAMPLE:wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task What_it_serves_it_verifies()
    {
        await using var server = await ServerProcess.StartAsync("--storage", _folder["jobs.db"], "--credentials", Key);

        var outcome = (await Run.JobspecAsync(
            "test", "--endpoint", server.Address.ToString(), "--credentials", Key, "--random-sequences", TestScale.Choose(full: "50", reduced: "5"), "--concurrent-runs", TestScale.Choose(full: "50", reduced: "10"), "--report", _folder["reports"], "--name", "served")).Ended(0);

        Assert.Matches(@"^\d\d+ verified, 0 violated \(must\), 0 deviate \(should\), \d+ not verifiable, 0 not exercised; \d+ calls in \d+\.\d s$", outcome.Lines[^1]);
        Assert.Contains("not verifiable: thing.durability: the adapter cannot restart the backend", outcome.Output, StringComparison.Ordinal);
        Assert.All((string[])["witness", "scenario", "boundary", "transition", "isolation", "exploration", "random", "concurrency", "wire"], kind =>
            Assert.Matches($@"(?m)^{kind}: \d+ cases?, \d+ verified", outcome.Output));
        Assert.Equal(
            ["served.badge.svg", "served.html", "served.json", "served.junit.xml", "served.md"],
            Directory.GetFiles(_folder["reports"]).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("wJalrXUtnFEMI", string.Concat(Directory.GetFiles(_folder["reports"]).Select(File.ReadAllText)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_way_to_arrange_situations_only_what_needs_none_is_tested()
    {
        var outcome = (await Run.JobspecAsync("test", "--endpoint", shared.Address.ToString(), "--arrange-http", $"POST {shared.Address}none/{{action}}", "--clause", "update.version", "--clause", "get-pending.unknown-thing")).Ended(0);

        Assert.StartsWith("1 verified, 0 violated (must), 0 deviate (should), 1 not verifiable, 0 not exercised; ", outcome.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_on_which_nothing_can_be_arranged_is_not_asked_for_it_again_and_again()
    {
        var outcome = (await Run.JobspecAsync("test", "--endpoint", shared.Address.ToString(), "--arrange-http", $"POST {shared.Address}none/{{action}}")).Ended(0);

        var calls = int.Parse(System.Text.RegularExpressions.Regex.Match(outcome.Lines[^1], @"(\d+) calls").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(calls, 500, 5_000);
    }

    [Fact]
    public async Task Nothing_verified_is_3()
    {
        (await Run.JobspecAsync("test", "--endpoint", shared.Address.ToString(), "--arrange", "while read line; do echo '{\"unsupported\":\"no\"}'; done", "--clause", "update.version")).Ended(3);
    }

    [Fact]
    public async Task A_baseline_is_written_and_held_against()
    {
        string[] run = ["test", "--endpoint", shared.Address.ToString(), "--arrange-http", $"POST {shared.Address}none/{{action}}", "--random-sequences", "1", "--concurrent-runs", "0", "--baseline", _folder["baseline.json"]];

        Assert.Contains("The baseline file", (await Run.JobspecAsync(run)).Ended(2).Errors, StringComparison.Ordinal);
        (await Run.JobspecAsync([.. run, "--update-baseline"])).Ended(0);
        (await Run.JobspecAsync(run)).Ended(0);
        var text = await File.ReadAllTextAsync(_folder["baseline.json"], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_folder["baseline.json"], text.Replace("\"get-pending.unknown-thing\": 2", "\"get-pending.unknown-thing\": 9", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Contains("vanished: get-pending.unknown-thing", (await Run.JobspecAsync(run)).Ended(1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_at_the_endpoint_is_told_at_once()
    {
        int port;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        var outcome = (await Run.JobspecAsync("test", "--endpoint", $"http://127.0.0.1:{port}")).Ended(2);

        Assert.Equal("", outcome.Output);
        Assert.StartsWith($"jobspec: no response from http://127.0.0.1:{port}/: ", outcome.Errors, StringComparison.Ordinal);
        Assert.Single(outcome.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    public static TheoryData<string, string[]> SenselessOptions => [.. TestScale.EveryNth(3, (string[][])
    [
        ["--baseline FILE", "--update-baseline"],
        ["Did you mean 'update.version'?", "--clause", "update.verison"],
        ["omit --baseline or --clause", "--clause", "update.version", "--baseline", "b.json"],
        ["--random-sequences must be a number from 0", "--random-sequences", "-1"],
        ["--timeout must be a number from 0", "--timeout", "1e300"],
        ["NAME=VALUE", "--given", "account"],
        ["--arrange and --arrange-http exclude each other", "--arrange", "a", "--arrange-http", "b"],
        ["is not a request template", "--arrange-http", "nonsense"],
        ["is not a seed", "--seed", "x y"],
        ["must be ACCESS:SECRET", "--credentials", "secret"],
    ]).Select(row => (row[0], row[1..]))];

    [Theory]
    [MemberData(nameof(SenselessOptions))]
    public async Task Options_that_make_no_sense_are_2_and_told(string says, string[] options)
    {
        var outcome = (await Run.JobspecAsync(["test", "--endpoint", shared.Address.ToString(), .. options])).Ended(2);

        Assert.Contains(says, outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_stopped_says_nothing_of_the_service()
    {
        var start = new ProcessStartInfo(Run.DotNet, [Repository.Tool, "test", "--endpoint", shared.Address.ToString(), "--concurrent-runs", "100000"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var run = Process.Start(start)!;
        Assert.StartsWith("witness: ", await run.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        (await Run.ProgramAsync("kill", ["-TERM", $"{run.Id}"])).Ended(0);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("jobspec: stopped before the end; there is no result.\n", await run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public async Task Somebody_at_a_terminal_sees_bars_and_a_table()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "There is no /usr/bin/script, which makes a terminal.");
        var command = $"{Run.DotNet} {Repository.Tool} test --endpoint {shared.Address} --clause update.version --clause thing.durability";

        var people = await Run.ProgramAsync("/usr/bin/script", ["-qec", command, "/dev/null"], ("TERM", "xterm"));
        var plain = await Run.ProgramAsync("/usr/bin/script", ["-qec", command + " --plain", "/dev/null"], ("TERM", "xterm"));

        Assert.Contains("100%", people.Output, StringComparison.Ordinal);
        Assert.Matches("(?s)clause +verdict +failures +why.*thing.durability", people.Output);
        Assert.DoesNotContain("100%", plain.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("[38;5", plain.Output, StringComparison.Ordinal);
        Assert.Contains("1 verified, 0 violated (must), 0 deviate (should), 1 not verifiable, 0 not exercised", plain.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clauses_are_listed_with_level_and_sentence()
    {
        var outcome = (await Run.JobspecAsync("test", "--list")).Ended(0);

        Assert.Equal(JobsDataPlaneSuite.Instance.Spec.Clauses.Select(clause => clause.Id), outcome.Lines.Select(line => line.Split(' ')[0]));
        Assert.Contains(outcome.Lines, line => System.Text.RegularExpressions.Regex.IsMatch(line, @"^update\.version +must +Every accepted update raises the version by one\.$"));
        Assert.Contains(outcome.Lines, line => System.Text.RegularExpressions.Regex.IsMatch(line, @"^thing\.reads +should  "));
    }

    public void Dispose() => _folder.Dispose();
}
