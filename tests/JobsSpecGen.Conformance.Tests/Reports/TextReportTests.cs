using System.Xml;
using System.Xml.Linq;

namespace JobsSpecGen.Conformance.Tests.Reports;

/// <summary>The reports as JUnit XML, badge and Markdown.</summary>
public class TextReportTests
{
    public static TheoryData<string> Samples => SampleReports.Names;

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task JUnit_counts_match_the_listed_tests(string name)
    {
        var report = await SampleReports.OfAsync(name);
        var suites = Strict(ConformanceReports.ToJUnit(report)).Elements("testsuite").ToList();

        Assert.Equal(["clauses", "cases"], suites.Select(s => (string?)s.Attribute("name")));
        Assert.Equal(name is "failing" or "hostile" or "off the baseline", suites.Any(s => s.Descendants("failure").Any()));
        Assert.Equal(report.Clauses.Count + report.Cases.Count, suites.Sum(s => s.Elements("testcase").Count()));
        foreach (var suite in suites)
        {
            foreach (var (attribute, element) in ((string, string)[])[("failures", "failure"), ("errors", "error"), ("skipped", "skipped")])
            {
                Assert.Equal((int?)suite.Attribute(attribute), suite.Elements("testcase").Count(t => t.Element(element) is not null));
            }
        }
    }

    [Theory]
    [InlineData("failing", "failure", "Trace:")]
    [InlineData("deviating", "skipped", "deviates from a 'should'")]
    [InlineData("known", "skipped", "known failure: the gateway has no versions")]
    public async Task JUnit_shows_a_violated_clause_as(string name, string element, string text)
    {
        var clauses = Strict(ConformanceReports.ToJUnit(await SampleReports.OfAsync(name))).Elements("testsuite").First();

        var shown = Assert.Single(clauses.Descendants(element));
        Assert.Contains(text, (string?)shown.Attribute("message") + shown.Value);
        Assert.Equal("Desk.1", (string?)shown.Parent!.Attribute("classname"));
        Assert.StartsWith("update.version-mismatch", (string?)shown.Parent!.Attribute("name"));
    }

    [Theory]
    [InlineData("gaps", "skipped")]
    [InlineData("broken", "error")]
    public async Task JUnit_distinguishes_gaps_and_errors(string name, string element)
    {
        var junit = Strict(ConformanceReports.ToJUnit(await SampleReports.OfAsync(name)));

        Assert.Empty(junit.Descendants("failure"));
        Assert.All(junit.Descendants(element), e => Assert.NotEmpty((string)e.Attribute("message")!));
        Assert.Contains(junit.Descendants(element), e => e.Parent!.Attribute("name")!.Value.StartsWith("ticket.dropped", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Characters_that_XML_forbids_are_escaped()
    {
        var junit = Strict(ConformanceReports.ToJUnit(await SampleReports.HostileAsync()));

        var name = (string)junit.Descendants("testcase").First(t => t.Element("failure") is not null).Attribute("name")!;
        Assert.Contains(@"\u0000 \uD800 \u202Eabc &amp; ü😀", name);
    }

    [Theory]
    [InlineData("passing", " clauses", "#1f7a3a")]
    [InlineData("failing", " clauses, 1 violated", "#c0262d")]
    [InlineData("known", " clauses, 1 known failure", "#8a5a00")]
    [InlineData("broken", "run incomplete", "#5b6470")]
    [InlineData("failed self-check", "run incomplete", "#5b6470")]
    [InlineData("nothing verified", "inconclusive", "#5b6470")]
    [InlineData("off the baseline", " clauses, 1 violated", "#c0262d")]
    public async Task Badge_shows_the_result(string name, string value, string color)
    {
        var report = await SampleReports.OfAsync(name);
        value = value.StartsWith(' ') ? $"{report.Clauses.Count(c => c.Verdict == Verdict.Verified)}/{report.Clauses.Count}{value}" : value;
        var badge = Strict(ConformanceReports.ToBadge(report));

        Assert.EndsWith(value, badge.Descendants().Last(e => e.Name.LocalName == "text").Value);
        Assert.Contains(badge.Descendants(), e => (string?)e.Attribute("fill") == color);
        Assert.Equal("img", (string?)badge.Attribute("role"));
        Assert.Contains("desk 1.0", badge.Elements().First(e => e.Name.LocalName == "title").Value);
    }

    [Fact]
    public async Task Markdown_escapes_hostile_text()
    {
        var markdown = ConformanceReports.ToMarkdown(await SampleReports.HostileAsync());
        var outsideFences = string.Join('\n', markdown.Split("\n```").Where((_, i) => i % 2 == 0));

        Assert.DoesNotContain("<script", outsideFences);
        Assert.All(outsideFences.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal) && l.Contains("violated**", StringComparison.Ordinal)), l => Assert.Equal(6, l.Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|')));
    }

    [Fact]
    public async Task Markdown_shows_the_summary_the_reason_and_the_trace()
    {
        var markdown = ConformanceReports.ToMarkdown(await SampleReports.Failing);

        Assert.StartsWith("# Does not conform: desk 1.0\n", markdown);
        Assert.Contains("| update.version-mismatch | must | **violated** |", markdown);
        Assert.Contains("Trace:\n  1. OpenTicket", markdown);
    }

    /// <summary>Parses XML with all checks. Without them, .NET accepts forbidden characters.</summary>
    private static XElement Strict(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), new() { CheckCharacters = true, DtdProcessing = DtdProcessing.Prohibit });
        return XElement.Load(reader);
    }
}
