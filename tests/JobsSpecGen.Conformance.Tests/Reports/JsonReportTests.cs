using JobsSpecGen.Conformance.Reports.Document;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace JobsSpecGen.Conformance.Tests.Reports;

public class JsonReportTests
{
    private static readonly Task<JsonSchema> s_schema = JsonSchema.FromJsonAsync(ConformanceReports.JsonSchema);

    public static TheoryData<string> Samples => SampleReports.Names;

    /// <summary>Members with a value that the schema must refuse.</summary>
    public static TheoryData<string, string> InvalidValues => new()
    {
        { "formatVersion", "2" },
        { "summary.exit", "\"fine\"" },
        { "summary.exitCode", "4" },
        { "summary.breadth", "101" },
        { "summary.clauses.total", "-1" },
        { "clauses[0].verdict", "\"passed\"" },
        { "clauses[0].level", "\"may\"" },
        { "clauses[0].id", "null" },
        { "clauses[0].firstFailure", "{}" },
        { "cases[0].outcome", "\"green\"" },
        { "run.startedAt", "\"yesterday\"" },
        { "spec.extra", "1" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Report_is_valid_against_the_schema(string report) =>
        Assert.Empty((await s_schema).Validate(ConformanceReports.ToJson(await SampleReports.OfAsync(report))));

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Report_can_be_read_back(string report)
    {
        var json = ConformanceReports.ToJson(await SampleReports.OfAsync(report));

        Assert.Equal(json, ReportJson.Write(ReportJson.Read(json)));
    }

    [Theory]
    [MemberData(nameof(InvalidValues))]
    public async Task Schema_rejects_an_invalid_value(string member, string value)
    {
        var json = JObject.Parse(ConformanceReports.ToJson(await SampleReports.Failing));
        var (parent, name) = (member[..Math.Max(0, member.LastIndexOf('.'))], member[(member.LastIndexOf('.') + 1)..]);
        ((JObject)(parent.Length == 0 ? json : json.SelectToken(parent))!)[name] = JToken.Parse(value);

        Assert.NotEmpty((await s_schema).Validate(json.ToString()));
    }

    [Theory]
    [InlineData("summary")]
    [InlineData("clauses")]
    [InlineData("selfCheck")]
    public async Task Schema_rejects_a_missing_member(string member)
    {
        var json = JObject.Parse(ConformanceReports.ToJson(await SampleReports.Passing));
        json.Remove(member);

        Assert.NotEmpty((await s_schema).Validate(json.ToString()));
    }

    [Fact]
    public async Task Report_has_all_versions_and_the_whole_failure()
    {
        var report = await SampleReports.Failing;
        var json = JObject.Parse(ConformanceReports.ToJson(report));

        Assert.Equal("1", (string?)json["spec"]!["revision"]);
        Assert.Equal("abc", (string?)json["spec"]!["hash"]);
        Assert.Equal(ConformanceRun.SuiteVersion, (string?)json["suite"]!["version"]);
        Assert.Equal("desk 1.0", (string?)json["backend"]!["name"]);
        var violated = Assert.Single(json["clauses"]!, c => (string?)c["verdict"] == "violated");
        Assert.Equal("update.version-mismatch", (string?)violated["id"]);
        Assert.Equal(report.Clauses.Single(c => c.Failures.Count > 0).Failures[0].Message, (string?)violated["firstFailure"]!["message"]);
    }

    [Fact]
    public async Task Breadth_is_never_rounded_up()
    {
        var report = await SampleReports.WithGaps;
        var breadth = (decimal)JObject.Parse(ConformanceReports.ToJson(report))["summary"]!["breadth"]!;

        Assert.True(breadth < 100m * report.Clauses.Count(c => c.Verdict == Verdict.Verified) / report.Clauses.Count + 0.0001m);
        Assert.InRange(breadth, 50m, 99.9m);
    }

    [Fact]
    public async Task The_same_report_gives_the_same_text()
    {
        var report = await SampleReports.Failing;

        Assert.Equal(ConformanceReports.ToJson(report), ConformanceReports.ToJson(report with { }));
        Assert.Equal(ConformanceReports.ToHtml(report), ConformanceReports.ToHtml(report with { }));
    }
}
