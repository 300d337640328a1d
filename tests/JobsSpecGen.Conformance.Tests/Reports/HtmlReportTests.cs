namespace JobsSpecGen.Conformance.Tests.Reports;

/// <summary>The content of the page, as far as it can be checked without a browser.</summary>
public class HtmlReportTests
{
    public static TheoryData<string> Samples => SampleReports.Names;

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Page_has_no_script(string name) =>
        Assert.DoesNotContain("<script", ConformanceReports.ToHtml(await SampleReports.OfAsync(name)), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task Page_has_every_clause_and_all_versions()
    {
        var report = await SampleReports.Failing;
        var page = ConformanceReports.ToHtml(report);

        Assert.All(report.Clauses, clause => Assert.Contains($"id=\"clause-{clause.Clause.Id}\"", page));
        Assert.All([report.Spec.Hash, ConformanceRun.SuiteVersion, "desk 1.0"], version => Assert.Contains($">{version}<", page));
    }
}
