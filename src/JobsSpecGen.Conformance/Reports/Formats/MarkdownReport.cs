using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using JobsSpecGen.Conformance.Reports.Document;
using JobsSpecGen.Conformance.Results;

namespace JobsSpecGen.Conformance.Reports.Formats;

/// <summary>Renders a report as Markdown, for the summary of a CI job or a comment.</summary>
internal sealed partial class MarkdownReport
{
    private readonly StringBuilder _text = new();

    public static string Of(ReportDocument report)
    {
        var markdown = new MarkdownReport();
        markdown.WriteSummary(report);
        markdown.WriteBaseline(report.Baseline);
        markdown.WriteClauses(report.Clauses);
        markdown.WriteFailures(report.Clauses);
        markdown.WriteVersions(report);
        return markdown._text.ToString();
    }

    private void WriteSummary(ReportDocument report)
    {
        var summary = report.Summary;
        Line($"# {Inline(summary.Title)}: {Inline(report.Backend.Name)}").Line().Line(Inline(summary.Sentence)).Line();
        Line("| | clauses | verified | violated | not exercised | not verifiable here | error |").Line("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (name, counts) in ((string, VerdictCounts)[])[("must", summary.Must), ("should", summary.Should), ("all", summary.Clauses)])
        {
            Line($"| {name} | {counts.Total} | {counts.Verified} | {counts.Violated} | {counts.NotExercised} | {counts.NotVerifiableHere} | {counts.Error} |");
        }

        Line().Line($"Breadth: {Number(summary.Breadth)} % of the clauses are verified, by {Labels.Count(summary.Cases.Total, "test case")} and {Labels.Count(report.Run.Calls, "call")}.");
        if (report.SelfCheck is { } selfCheck)
        {
            Line().Line($"Self-check {(selfCheck.Passed ? "passed" : "**failed**")}: {Inline(selfCheck.Says)}");
        }
    }

    private void WriteBaseline(BaselinePart? baseline)
    {
        if (baseline is null)
        {
            return;
        }

        Line().Line("## Baseline").Line().Line(baseline.Differences.Count == 0 ? $"The run matches {Inline(baseline.File)}." : $"The run differs from {Inline(baseline.File)}:");
        Line();
        foreach (var difference in baseline.Differences)
        {
            Line($"- **{Labels.Spaced(difference.Change)}**{(difference.Clause is null ? "" : " " + Inline(difference.Clause))}: {Inline(difference.Message)}");
        }

        if (baseline.Diff.Length > 0)
        {
            Line();
            Fenced(baseline.Diff, "diff");
        }
    }

    private void WriteClauses(IReadOnlyList<ClausePart> clauses)
    {
        Line().Line("## Clauses").Line().Line("| clause | level | verdict | test cases | |").Line("| --- | --- | --- | ---: | --- |");
        foreach (var clause in clauses)
        {
            var verdict = clause.Verdict == "verified" ? "verified" : $"**{Labels.Spaced(clause.Verdict)}**";
            var reason = (clause.Known is { } known ? $"known failure: {known}; " : "") + clause.Reason;
            Line($"| {Inline(clause.Id)} | {clause.Level} | {verdict} | {clause.Cases} | {Inline(reason)} |");
        }
    }

    private void WriteFailures(IReadOnlyList<ClausePart> clauses)
    {
        foreach (var clause in clauses.Where(c => c.FirstFailure is not null))
        {
            Line().Line($"### {Inline(clause.Id)}: first failing trace of {clause.Failures}").Line();
            Fenced(clause.FirstFailure!.Message, "text");
        }
    }

    private void WriteVersions(ReportDocument report)
    {
        var start = report.Run.StartedAt?.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        Line().Line($"Spec {Inline($"{report.Spec.Service} {report.Spec.Revision} ({report.Spec.Hash})")}, suite {Inline(report.Suite.Version)}, backend {Inline(report.Backend.Name)}{(start is null ? "" : $", run of {start}")}.");
    }

    /// <summary>Writes a code block. Its fence is longer than any sequence of backticks in the text.</summary>
    private void Fenced(string text, string language)
    {
        var longest = Backticks().Matches(text).Select(m => m.Length).DefaultIfEmpty(0).Max();
        var fence = new string('`', Math.Max(3, longest + 1));
        Line(fence + language).Line(text.TrimEnd('\n')).Line(fence);
    }

    private MarkdownReport Line(string text = "")
    {
        _text.Append(text).Append('\n');
        return this;
    }

    /// <summary>Escapes text for a line or a table cell, so that neither Markdown nor HTML in it takes effect.</summary>
    private static string Inline(string text) => Special().Replace(text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal), @"\$0").Replace('\n', ' ').Replace('\t', ' ');

    private static string Number(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    [GeneratedRegex("`+")]
    private static partial Regex Backticks();

    [GeneratedRegex(@"[\\`*_\[\]|~#>!]")]
    private static partial Regex Special();
}
