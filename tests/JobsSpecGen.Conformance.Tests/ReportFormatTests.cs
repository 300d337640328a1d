using System.Text.Json;
using System.Xml.Linq;
using JobsSpecGen.Conformance.Tests.Desk;
using NJsonSchema;

namespace JobsSpecGen.Conformance.Tests;

/// <summary>The reports of a backend that fails and of one that does not, in every format.</summary>
public class ReportFormatTests
{
    private const string Hostile = "desk <script>alert(1)</script> & \"x\" \u0000";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DeskFault.None, 0)]
    [InlineData(DeskFault.UpdatesEveryDesk, 1)]
    public async Task Every_format_is_well_formed_and_hostile_text_stays_text(DeskFault fault, int exit)
    {
        var report = await RunAsync(fault, Hostile);
        Assert.Equal(exit, (int)report.Exit);

        var schema = await JsonSchema.FromJsonAsync(ConformanceReports.JsonSchema, Stop);
        Assert.Empty(schema.Validate(ConformanceReports.ToJson(report)));
        Assert.NotEmpty(schema.Validate("{}"));

        var suites = XDocument.Parse(ConformanceReports.ToJUnit(report)).Root!;
        Assert.Equal(exit == 0, !suites.Descendants("failure").Any());
        Assert.True(suites.Descendants("testcase").Count() > report.Clauses.Count);

        Assert.NotNull(XDocument.Parse(ConformanceReports.ToBadge(report)).Root);
        var page = ConformanceReports.ToHtml(report);
        Assert.DoesNotContain("<script>alert", page);
        Assert.All(report.Clauses, clause => Assert.Contains(clause.Clause.Id, page));
        Assert.Contains(report.Spec.Hash, page);
        Assert.Contains(ConformanceRun.SuiteVersion, page);
        Assert.Equal(page, ConformanceReports.ToHtml(report));
    }

    [Fact]
    public async Task Files_are_written_whole_under_a_safe_name()
    {
        var folder = Directory.CreateTempSubdirectory("reports-");
        try
        {
            var files = await ConformanceReports.WriteAsync(await RunAsync(DeskFault.None, "../a/b:c"), folder.FullName, Stop);
            Assert.Equal(files.Order(), Directory.GetFiles(folder.FullName, "*", SearchOption.AllDirectories).Order());
            Assert.Equal(5, files.Count);
            using var json = JsonDocument.Parse(await File.ReadAllTextAsync(files.Single(f => f.EndsWith(".json", StringComparison.Ordinal)), Stop));
            Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_baseline_tells_a_regression_a_fix_and_a_known_failure_apart()
    {
        var good = await RunAsync(DeskFault.None, "desk");
        var bad = await RunAsync(DeskFault.UpdatesEveryDesk, "desk");

        Assert.Empty(ConformanceBaseline.From(good).Compare(good, "b.json").Differences);
        Assert.Contains(ConformanceBaseline.From(good).Compare(bad, "b.json").Differences, d => d.Change == BaselineChange.Regression && d.Clause == "desk.isolation");

        var text = ConformanceBaseline.From(bad).ToJson();
        var lacking = Assert.Throws<FormatException>(() => ConformanceBaseline.Parse(text, "b.json"));
        Assert.Contains("b.json", lacking.Message);

        var accepted = ConformanceBaseline.Parse(text.Replace("\"reason\": \"\"", "\"reason\": \"known since May\"", StringComparison.Ordinal), "b.json");
        var known = accepted.Compare(bad, "b.json");
        Assert.Empty(known.Differences);
        Assert.Equal("known since May", known.Known["desk.isolation"]);
        Assert.Contains(accepted.Compare(good, "b.json").Differences, d => d.Change == BaselineChange.UnexpectedPass);
    }

    private static Task<ConformanceReport> RunAsync(DeskFault fault, string name) =>
        new ConformanceRun(DeskSuite.Instance, () => new DeskTarget(fault), name).ReportAsync(Stop);
}
