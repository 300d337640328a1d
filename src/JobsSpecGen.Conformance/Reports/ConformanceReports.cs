using JobsSpecGen.Conformance.Reports.Document;
using JobsSpecGen.Conformance.Reports.Formats;
using JobsSpecGen.Conformance.Reports.Html;

namespace JobsSpecGen.Conformance;

/// <summary>
/// Writes reports: a page for people, Markdown, JSON, JUnit XML and a badge. The same report gives the same text, always.
/// </summary>
public static class ConformanceReports
{
    /// <summary>The JSON schema of <see cref="ToJson"/>.</summary>
    public static string JsonSchema => Resource.Text("conformance-report.schema.json");

    /// <summary>One page that needs nothing else: no script, no request, readable on a phone, light or dark.</summary>
    /// <param name="report">The report.</param>
    public static string ToHtml(ConformanceReport report) => HtmlReport.Of(Document(report));

    /// <summary>Markdown, for instance for the summary of a CI job.</summary>
    /// <param name="report">The report.</param>
    public static string ToMarkdown(ConformanceReport report) => MarkdownReport.Of(Document(report));

    /// <summary>JSON that keeps <see cref="JsonSchema"/>.</summary>
    /// <param name="report">The report.</param>
    public static string ToJson(ConformanceReport report) => ReportJson.Write(Document(report));

    /// <summary>JUnit XML: a test case for each clause, then one for each case.</summary>
    /// <param name="report">The report.</param>
    public static string ToJUnit(ConformanceReport report) => JUnitReport.Of(Document(report));

    /// <summary>A badge as SVG.</summary>
    /// <param name="report">The report.</param>
    public static string ToBadge(ConformanceReport report) => BadgeSvg.Of(Document(report));

    /// <summary>Writes every format into a folder, which is made if need be. Nobody ever sees half a file.</summary>
    /// <param name="report">The report.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    /// <returns>The files, the page first: <c>.html</c>, <c>.md</c>, <c>.json</c>, <c>.junit.xml</c> and <c>.badge.svg</c>, named after the backend.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(ConformanceReport report, string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var document = Document(report);
        var name = SafeName.Of(report.Backend);
        var files = new List<string>();
        foreach (var (extension, text) in ((string, string)[])
        [
            (".html", HtmlReport.Of(document)),
            (".md", MarkdownReport.Of(document)),
            (".json", ReportJson.Write(document)),
            (".junit.xml", JUnitReport.Of(document)),
            (".badge.svg", BadgeSvg.Of(document)),
        ])
        {
            var file = Path.Combine(Path.GetFullPath(folder), name + extension);
            await AtomicFile.WriteAsync(file, text, cancellationToken).ConfigureAwait(false);
            files.Add(file);
        }

        return files;
    }

    private static ReportDocument Document(ConformanceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return DocumentBuilder.Build(report);
    }
}
