using JobsSpecGen.Conformance.Tests.Desk;

namespace JobsSpecGen.Conformance.Tests.Reports;

/// <summary>The outcomes of the emitted tests.</summary>
public sealed class JudgementTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("conformance-judgement-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string BaselineFile => Path.Combine(_folder.FullName, "b.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Violated_must_clause_fails_with_the_whole_message()
    {
        var run = Run(DeskFault.VersionIgnored, new());
        var clause = await run.JudgeClauseAsync("update.version-mismatch", Stop);

        Assert.Equal(TestOutcome.Failed, clause.Outcome);
        Assert.Contains("Expected (-) and actual (+):", clause.Message);
        Assert.Equal(TestOutcome.Passed, (await run.JudgeClauseAsync("update.version", Stop)).Outcome);
        Assert.Equal(TestOutcome.Passed, (await run.JudgeRunAsync(Stop)).Outcome);
    }

    [Fact]
    public async Task Known_failure_and_its_test_cases_are_skipped()
    {
        await WriteBaselineAsync(DeskFault.VersionIgnored);
        var run = Run(DeskFault.VersionIgnored, new() { BaselineFile = BaselineFile });

        var clause = await run.JudgeClauseAsync("update.version-mismatch", Stop);
        Assert.Equal(TestOutcome.Skipped, clause.Outcome);
        Assert.StartsWith("known failure: ticket 7\n", clause.Message);
        foreach (var planned in ConformancePlan.For(DeskSuite.Instance))
        {
            Assert.NotEqual(TestOutcome.Failed, (await run.JudgeCaseAsync(planned.Kind, planned.Name, Stop)).Outcome);
        }

        Assert.Equal(TestOutcome.Passed, (await run.JudgeRunAsync(Stop)).Outcome);
    }

    [Fact]
    public async Task Unexpected_pass_fails_and_the_run_shows_the_diff()
    {
        await WriteBaselineAsync(DeskFault.VersionIgnored);
        var run = Run(DeskFault.None, new() { BaselineFile = BaselineFile });

        var clause = await run.JudgeClauseAsync("update.version-mismatch", Stop);
        Assert.Equal(TestOutcome.Failed, clause.Outcome);
        Assert.StartsWith("unexpected pass: update.version-mismatch: ", clause.Message);
        var whole = await run.JudgeRunAsync(Stop);
        Assert.Equal(TestOutcome.Failed, whole.Outcome);
        Assert.Contains("\n-       \"clause\": \"update.version-mismatch\",", whole.Message);
    }

    [Fact]
    public async Task Run_that_verifies_nothing_fails()
    {
        var nothing = await SampleReports.NothingVerifiedAsync();
        var judgement = JobsSpecGen.Conformance.Results.Judgement.Of(nothing);

        Assert.Equal(new(TestOutcome.Failed, "The run is inconclusive: no clause was verified."), judgement);
    }

    private async Task WriteBaselineAsync(DeskFault fault)
    {
        await Run(fault, new() { BaselineFile = BaselineFile, UpdateBaseline = true }).ReportAsync(Stop);
        var text = await File.ReadAllTextAsync(BaselineFile, Stop);
        await File.WriteAllTextAsync(BaselineFile, text.Replace("\"reason\": \"\"", "\"reason\": \"ticket 7\"", StringComparison.Ordinal), Stop);
    }

    private static ConformanceRun Run(DeskFault fault, ConformanceOptions options) => new(DeskSuite.Instance, () => new DeskTargetWithOptions(options, fault));
}
