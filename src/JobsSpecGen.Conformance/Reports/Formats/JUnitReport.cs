using System.Globalization;
using System.Xml.Linq;
using JobsSpecGen.Conformance.Reports.Document;

namespace JobsSpecGen.Conformance.Reports.Formats;

/// <summary>Renders a report as JUnit XML with one test for each clause, followed by one for each test case.</summary>
internal static class JUnitReport
{
    public static string Of(ReportDocument report)
    {
        var service = $"{report.Spec.Service}.{report.Spec.Revision}";
        var root = new XElement(
            "testsuites",
            new XAttribute("name", $"{report.Backend.Name} against {report.Spec.Service} {report.Spec.Revision}"),
            Suite(report, "clauses", report.Clauses.Select(c => (c.Outcome, Test(service, $"{c.Id}: {c.Says}", c.Outcome, Reason(c), c.FirstFailure)))),
            Suite(report, "cases", report.Cases.Select(c => (c.Outcome, Test($"{service}.{c.Kind}", c.Name, c.Outcome, c.Reason, c.Failure)))));
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + root.ToString().ReplaceLineEndings("\n") + "\n";
    }

    private static XElement Suite(ReportDocument report, string name, IEnumerable<(string Outcome, XElement Test)> tests)
    {
        var all = tests.ToList();
        int Count(string outcome) => all.Count(t => t.Outcome == outcome);
        return new(
            "testsuite",
            new XAttribute("name", name),
            new XAttribute("tests", all.Count),
            new XAttribute("failures", Count("failed")),
            new XAttribute("errors", Count("broken")),
            new XAttribute("skipped", Count("skipped")),
            report.Run.StartedAt is { } start ? new XAttribute("timestamp", start.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)) : null,
            name == "clauses" ? new XAttribute("time", report.Run.Seconds.ToString("0.000", CultureInfo.InvariantCulture)) : null,
            new XElement(
                "properties",
                Property("spec", $"{report.Spec.Service} {report.Spec.Revision}"),
                Property("spec.hash", report.Spec.Hash),
                Property("suite.version", report.Suite.Version),
                Property("backend", report.Backend.Name),
                Property("breadth", report.Summary.Breadth.ToString("0.0", CultureInfo.InvariantCulture))),
            all.Select(t => t.Test));
    }

    private static XElement Property(string name, string value) => new("property", new XAttribute("name", name), new XAttribute("value", value));

    private static XElement Test(string className, string name, string outcome, string? reason, FailurePart? failure)
    {
        var message = new XAttribute("message", reason ?? failure?.Summary ?? "not verified");
        return new(
            "testcase",
            new XAttribute("classname", className),
            new XAttribute("name", name),
            outcome switch
            {
                "passed" => null,
                "failed" => [new XElement("failure", message, new XAttribute("type", failure is null ? "baseline" : "violated"), failure?.Message)],
                "broken" => [new XElement("error", message, new XAttribute("type", "broken"), reason)],
                _ => (XElement?[])[new("skipped", message), failure is null ? null : new("system-out", failure.Message)],
            });
    }

    /// <summary>The message of a clause. For a violated clause that is not a failure it begins with the reason for that.</summary>
    private static string? Reason(ClausePart clause) => clause switch
    {
        { Known: { } known } => $"known failure: {known}",
        { Verdict: "violated", Level: "should", Outcome: "skipped" } => $"deviates from a 'should': {clause.Reason}",
        _ => clause.Reason,
    };
}
