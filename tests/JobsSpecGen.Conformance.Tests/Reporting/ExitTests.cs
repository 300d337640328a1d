namespace JobsSpecGen.Conformance.Tests.Reporting;

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
    [InlineData("blind suite", 2, false)]
    [InlineData("nothing verified", 3, false)]
    public async Task A_run_ends_with(string report, int exitCode, bool conforms)
    {
        var sample = await SampleReports.OfAsync(report);

        Assert.Equal(exitCode, (int)sample.Exit);
        Assert.Equal(conforms, sample.Conforms);
    }

    [Fact]
    public async Task A_suite_that_failed_its_self_check_says_what_it_did_not_notice() =>
        Assert.Contains(SampleReports.Unnoticed, ConformanceReports.ToMarkdown(await SampleReports.BlindSuiteAsync()));

    [Fact]
    public async Task A_violation_stays_one_whatever_else_broke()
    {
        var failing = await SampleReports.Failing;
        var both = failing with { Cases = [.. failing.Cases, .. (await SampleReports.Broken).Cases.Where(c => c.Verdict == Verdict.Error)] };

        Assert.Equal(ConformanceExit.Failed, both.Exit);
    }
}
