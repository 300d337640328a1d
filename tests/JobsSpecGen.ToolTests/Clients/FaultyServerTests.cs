using System.Text.Json;
using JobsSpecGen.Tool.Testing;

namespace JobsSpecGen.ToolTests.Clients;

/// <summary>The suite against a server in another language, which is right or makes one mistake.</summary>
public abstract class FaultyServer
{
    /// <summary>The server.</summary>
    protected static string Script { get; } = Path.Combine(Repository.Clients, "faulty_server.py");

    /// <summary>The mistakes of the wire, or those of behaviour: two classes, so that both halves run at once.</summary>
    protected static async Task<IEnumerable<TheoryDataRow<string, string>>> FaultsAsync(bool ofWire) =>
        File.Exists(AwsClients.Python)
            ? TestScale.EveryNth(5, [.. JsonSerializer.Deserialize<Dictionary<string, string>>((await Run.ProgramAsync(AwsClients.Python, [Script, "--faults"])).Ended(0).Output)!
                .Where(fault => fault.Value.StartsWith("wire.", StringComparison.Ordinal) == ofWire)])
                .Select(fault => new TheoryDataRow<string, string>(fault.Key, fault.Value))
            : [new("none", "none")]; // skipped by the test itself, or failed where it must not be

    /// <summary>What of the wire is found, with a clause of each operation that must not be blamed; or all.</summary>
    private static IReadOnlyList<string>? ClausesFor(string clause) => TestScale.IsFull || !clause.StartsWith("wire.", StringComparison.Ordinal)
        ? null
        : [.. JobsDataPlaneSuite.Instance.Spec.WireClauses.Values, "update.version-mismatch", "execution.unknown", "describe.answer", "get-pending.answer", "start-next.answer"];

    /// <summary>Fails unless a mistake is found under its clause and no other.</summary>
    protected static async Task CheckAsync(string fault, string clause)
    {
        await RequirePythonAsync();
        var report = await TestAsync(["--fault", fault], new() { RandomSequences = 0, ConcurrentRuns = clause == "thing.atomicity" ? 60 : 0, Clauses = ClausesFor(clause) });

        Assert.Equal([clause], report.Clauses.Where(c => c.Verdict == Verdict.Violated).Select(c => c.Clause.Id));
        Assert.DoesNotContain(report.Cases, c => c.Verdict == Verdict.Error);
    }

    /// <summary>Runs the suite against the server.</summary>
    protected static async Task<ConformanceReport> TestAsync(string[] arguments, ConformanceOptions options)
    {
        await using var server = await ServerProcess.StartProgramAsync(AwsClients.Python, [Script, .. arguments]);
        var settings = new TestSettings(JobsDataPlaneSuite.Instance, server.Address, "Python", options) { ClockTolerance = TimeSpan.FromSeconds(1) };
        return await new ConformanceRun(settings.Suite, () => ServiceTarget.Create(settings)).ReportAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Skips where there is no Python, or fails where there must be.</summary>
    protected static Task RequirePythonAsync() => AwsClients.RequireAsync(AwsClients.Python, "python3", "--version");
}

/// <summary>Mistakes that raw requests show, or what all answers have in common.</summary>
public sealed class FaultyWireTests : FaultyServer
{
    public static Task<IEnumerable<TheoryDataRow<string, string>>> Faults() => FaultsAsync(ofWire: true);

    [Theory]
    [MemberData(nameof(Faults))]
    public Task A_mistake_is_found_under_its_clause_and_no_other(string fault, string clause) => CheckAsync(fault, clause);
}

/// <summary>Mistakes of behaviour, and the server without any.</summary>
public sealed class FaultyServerTests : FaultyServer
{
    public static Task<IEnumerable<TheoryDataRow<string, string>>> Faults() => FaultsAsync(ofWire: false);

    [Fact]
    public async Task Of_the_server_that_is_right_all_is_verified_that_can_be()
    {
        await RequirePythonAsync();
        var report = await TestAsync([], new() { RandomSequences = TestScale.Choose(full: 100, reduced: 10), ConcurrentRuns = TestScale.Choose(full: 100, reduced: 20) });

        Assert.True(report.Exit == ConformanceExit.Passed, ConformanceTable.ToText(report));
        Assert.DoesNotContain(report.Clauses, clause => clause.Verdict is Verdict.Violated or Verdict.Error or Verdict.NotExercised);
        Assert.All(report.Clauses.Where(clause => clause.Verdict == Verdict.NotVerifiableHere), clause => Assert.True(
            clause.Clause.Id == "thing.durability" || clause.Clause.Id.EndsWith(".required", StringComparison.Ordinal), clause.Clause.Id));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public Task A_mistake_is_found_under_its_clause_and_no_other(string fault, string clause) => CheckAsync(fault, clause);

    [Fact]
    public async Task The_tool_says_what_it_found_in_plain_text()
    {
        await RequirePythonAsync();
        await using var server = await ServerProcess.StartProgramAsync(AwsClients.Python, Script, "--fault", "expected-version-ignored");

        var outcome = (await Run.JobspecAsync("test", "--endpoint", server.Address.ToString(), "--clause", "update.version-mismatch", "--clause", "update.version")).Ended(1);

        Assert.StartsWith("update.version-mismatch (must): ", outcome.Lines.First(line => !line.Contains(" case", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.All((string[])["Request as sent:", "Response as received:", "Command to resend the request:"], section => Assert.Contains(section, outcome.Lines));
        Assert.Contains(outcome.Lines, line => line.StartsWith($"  curl -i --path-as-is -X POST '{server.Address}things/", StringComparison.Ordinal));
        Assert.Contains($"  jobspec test --endpoint {server.Address} --clause update.version-mismatch", outcome.Lines);
        Assert.Matches(@"^1 verified, 1 violated \(must\), 0 deviate \(should\), 0 not verifiable, 0 not exercised; \d+ calls in \d+\.\d s$", outcome.Lines[^1]);
        Assert.DoesNotContain('\u001B', outcome.Output);
    }
}
