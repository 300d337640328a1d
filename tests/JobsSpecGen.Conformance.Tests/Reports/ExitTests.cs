namespace JobsSpecGen.Conformance.Tests.Reports;

public class ExitTests
{
    [Theory]
    [InlineData("passing", 0, true)]
    [InlineData("deviating", 0, true)]
    [InlineData("gaps", 0, true)]
    [InlineData("known", 0, false)]
    [InlineData("failing", 1, false)]
    [InlineData("off the baseline", 1, false)]
    [InlineData("broken", 2, false)]
    [InlineData("failed self-check", 2, false)]
    [InlineData("nothing verified", 3, false)]
    public async Task Exit_code_of_a_run(string report, int exitCode, bool conforms)
    {
        var sample = await SampleReports.OfAsync(report);

        Assert.Equal(exitCode, (int)sample.Exit);
        Assert.Equal(conforms, sample.Conforms);
    }

    [Fact]
    public async Task Report_of_a_failed_self_check_lists_undetected_canaries() =>
        Assert.Contains(SampleReports.UndetectedCanary, ConformanceReports.ToMarkdown(await SampleReports.FailedSelfCheckAsync()));

    [Fact]
    public async Task Violation_takes_precedence_over_errors()
    {
        var failing = await SampleReports.Failing;
        var both = failing with { Cases = [.. failing.Cases, .. (await SampleReports.Broken).Cases.Where(c => c.Verdict == Verdict.Error)] };

        Assert.Equal(ConformanceExit.Failed, both.Exit);
    }
}
