using JobsSpecGen.Conformance.Reports.Document;
using JobsSpecGen.Conformance.Reports.Formats;
using JobsSpecGen.Conformance.Reports.Html;

namespace JobsSpecGen.Conformance;

/// <summary>
/// Writes reports as HTML, Markdown, JSON, JUnit XML and a badge. The output is deterministic: the same report gives the same text.
/// </summary>
public static class ConformanceReports
{
    /// <summary>The JSON schema of <see cref="ToJson"/>.</summary>
    public static string JsonSchema => Resource.Text("conformance-report.schema.json");

    /// <summary>
    /// Renders a self-contained HTML page. It has no scripts, makes no requests, fits small screens, and supports light and dark color
    /// schemes.
    /// </summary>
    /// <param name="report">The report.</param>
    public static string ToHtml(ConformanceReport report) => HtmlReport.Of(Document(report));

    /// <summary>Renders Markdown, for example for the summary of a CI job.</summary>
    /// <param name="report">The report.</param>
    public static string ToMarkdown(ConformanceReport report) => MarkdownReport.Of(Document(report));

    /// <summary>Renders JSON that is valid against <see cref="JsonSchema"/>.</summary>
    /// <param name="report">The report.</param>
    public static string ToJson(ConformanceReport report) => ReportJson.Write(Document(report));

    /// <summary>Renders JUnit XML with one test for each clause, followed by one for each test case.</summary>
    /// <param name="report">The report.</param>
    public static string ToJUnit(ConformanceReport report) => JUnitReport.Of(Document(report));

    /// <summary>Renders a badge as SVG.</summary>
    /// <param name="report">The report.</param>
    public static string ToBadge(ConformanceReport report) => BadgeSvg.Of(Document(report));

    /// <summary>Writes every format to a folder. The folder is created if it does not exist. Each file is written atomically.</summary>
    /// <param name="report">The report.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellationToken">Cancels writing. A file is either complete or not there.</param>
    /// <returns>
    /// The paths of the files, which are named after the backend: <c>.html</c>, <c>.md</c>, <c>.json</c>, <c>.junit.xml</c> and
    /// <c>.badge.svg</c>, in this order.
    /// </returns>
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
