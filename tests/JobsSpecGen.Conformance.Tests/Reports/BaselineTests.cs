using JobsSpecGen.Conformance.Tests.Desk;

namespace JobsSpecGen.Conformance.Tests.Reports;

public sealed class BaselineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("conformance-baseline-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_same_backend_gives_the_same_baseline_in_every_run()
    {
        var first = ConformanceBaseline.From(await RunAsync(DeskFault.RefusalWrites)).ToJson();
        var second = ConformanceBaseline.From(await RunAsync(DeskFault.RefusalWrites)).ToJson();

        Assert.Equal(first, second);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Known_failure_is_recognized_in_another_run(DeskFault fault)
    {
        var baseline = ConformanceBaseline.From(await RunAsync(fault));

        Assert.Empty(baseline.Compare(await RunAsync(fault), "b.json").Differences);
    }

    /// <summary>Faults whose failure messages contain names, times and numbers, which differ in every run.</summary>
    public static TheoryData<DeskFault> Faults =>
    [
        DeskFault.SecondsInsteadOfMilliseconds, DeskFault.NumberUsedTwice, DeskFault.ListsEveryDesk, DeskFault.UpdatesEveryDesk, DeskFault.WrongOrder,
        DeskFault.StaleAnswer, DeskFault.LongNamesRefused, DeskFault.ChangedAtNotStamped, DeskFault.WrongProjection, DeskFault.NothingOpenThrows,
    ];

    [Fact]
    public async Task Violation_of_a_verified_clause_is_a_regression() =>
        AssertOne(BaselineChange.Regression, "update.version-mismatch", ConformanceBaseline.From(await SampleReports.Passing).Compare(await SampleReports.Failing, "b.json"));

    [Fact]
    public async Task Verified_known_failure_is_an_unexpected_pass() =>
        AssertOne(BaselineChange.UnexpectedPass, "update.version-mismatch", ConformanceBaseline.From(await SampleReports.Failing).Compare(await SampleReports.Passing, "b.json"));

    [Fact]
    public async Task Verified_known_gap_is_an_unexpected_pass() =>
        Assert.All(ConformanceBaseline.From(await SampleReports.WithGaps).Compare(await SampleReports.Passing, "b.json").Differences, d => Assert.Equal(BaselineChange.UnexpectedPass, d.Change));

    [Fact]
    public async Task Verified_clause_that_is_no_longer_verified_has_vanished()
    {
        var differences = ConformanceBaseline.From(await SampleReports.Passing).Compare(await SampleReports.WithGaps, "b.json").Differences;

        Assert.Contains(differences, d => d is { Change: BaselineChange.Vanished, Clause: "ticket.dropped" } && d.Message.Contains("there is no way", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_symptom_of_a_known_failure_is_a_changed_reason() =>
        AssertOne(BaselineChange.ChangedReason, "update.version-mismatch", ConformanceBaseline.From(await SampleReports.Failing).Compare(await RunAsync(DeskFault.WrongError), "b.json"));

    [Fact]
    public async Task Violation_of_a_clause_that_was_not_verified_is_a_new_failure()
    {
        var before = await SampleReports.Failing;
        before = before with { Clauses = [.. before.Clauses.Select(c => c.Verdict == Verdict.Violated ? c with { Verdict = Verdict.NotExercised, Reason = "no", Failures = [] } : c)] };

        AssertOne(BaselineChange.NewFailure, "update.version-mismatch", ConformanceBaseline.From(before).Compare(await SampleReports.Failing, "b.json"));
    }

    [Fact]
    public async Task Removed_test_case_has_vanished()
    {
        var report = await SampleReports.Passing;
        var scenario = report.Cases.First(c => c.Kind == CaseKind.Scenario);
        var witness = report.Cases.First(c => c.Kind == CaseKind.Witness);
        var fewer = report with { Cases = [.. report.Cases.Except([scenario, witness])] };

        var differences = ConformanceBaseline.From(report).Compare(fewer, "b.json").Differences;

        Assert.All(differences, d => Assert.Equal(BaselineChange.Vanished, d.Change));
        Assert.Equal([witness.Clause, null, null], differences.Select(d => d.Clause));
    }

    [Fact]
    public async Task Removed_clause_has_vanished()
    {
        var report = await SampleReports.Passing;

        AssertOne(BaselineChange.Vanished, report.Clauses[0].Clause.Id, ConformanceBaseline.From(report).Compare(report with { Clauses = [.. report.Clauses.Skip(1)] }, "b.json"));
    }

    [Fact]
    public async Task Baseline_of_another_revision_is_not_compared()
    {
        var report = await SampleReports.Passing;

        AssertOne(BaselineChange.OtherSpec, null, ConformanceBaseline.From(report).Compare(report with { Spec = report.Spec with { Revision = "2" } }, "b.json"));
    }

    [Fact]
    public async Task Clause_with_an_error_is_not_a_difference()
    {
        var comparison = ConformanceBaseline.From(await SampleReports.Passing).Compare(await SampleReports.Broken, "b.json");

        Assert.DoesNotContain(comparison.Differences, d => d.Clause == "ticket.dropped");
        Assert.Throws<InvalidOperationException>(() => ConformanceBaseline.From(SampleReports.Broken.Result));
    }

    [Fact]
    public async Task Differences_are_shown_as_a_diff_with_the_command_that_accepts_them()
    {
        var text = (await SampleReports.OffBaselineAsync()).Baseline!.ToString();

        Assert.Contains("regression: update.version-mismatch: was verified, is violated: expected refusal with VersionMismatch", text);
        Assert.Contains("+       \"clause\": \"update.version-mismatch\",", text);
        Assert.Contains("CONFORMANCE_BASELINE_UPDATE=1", text);
    }

    [Fact]
    public async Task Run_writes_a_baseline_keeps_its_reasons_and_is_compared_with_it()
    {
        var options = new ConformanceOptions { BaselineFile = Path.Combine(_folder.FullName, "{backend}.json") };
        var file = Path.Combine(_folder.FullName, JobsSpecGen.Conformance.Reports.Formats.SafeName.Of("the desk") + ".json");
        var missing = await Assert.ThrowsAsync<FileNotFoundException>(() => RunAsync(options));
        Assert.Contains("CONFORMANCE_BASELINE_UPDATE=1", missing.Message);

        await RunAsync(options with { UpdateBaseline = true });
        var target = new DeskTargetWithOptions(options, DeskFault.VersionIgnored);
        var withoutReason = await Assert.ThrowsAsync<FormatException>(() => new ConformanceRun(DeskSuite.Instance, () => target).ReportAsync(Stop));
        Assert.Contains("has no reason", withoutReason.Message);
        Assert.Equal(0, target.Calls);

        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, Stop)).Replace("\"reason\": \"\"", "\"reason\": \"ticket 7\"", StringComparison.Ordinal), Stop);
        await RunAsync(options with { UpdateBaseline = true });
        var known = await RunAsync(options);
        Assert.Equal("ticket 7", Assert.Single(known.Baseline!.Known).Value);
        Assert.Equal((ConformanceExit.Passed, false), (known.Exit, known.Conforms));
    }

    private static Task<ConformanceReport> RunAsync(DeskFault fault) =>
        new ConformanceRun(DeskSuite.Instance, () => new DeskTarget(fault) { Options = new() { RandomSequences = TestScale.Choose(full: 200, reduced: 20) } }, "desk").ReportAsync(Stop);

    private static Task<ConformanceReport> RunAsync(ConformanceOptions options) => new ConformanceRun(DeskSuite.Instance, () => new DeskTargetWithOptions(options, DeskFault.VersionIgnored)).ReportAsync(Stop);

    private static void AssertOne(BaselineChange change, string? clause, BaselineComparison comparison)
    {
        var difference = Assert.Single(comparison.Differences);
        Assert.Equal((change, clause), (difference.Change, difference.Clause));
        Assert.NotEmpty(comparison.Diff);
    }
}
