using System.Text;

namespace JobsSpecGen.Conformance;

/// <summary>Renders a report for a person.</summary>
public static class ConformanceTable
{
    /// <summary>The report as plain text: one line a clause, then every violation's message once.</summary>
    /// <param name="report">The report.</param>
    public static string ToText(ConformanceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder().AppendLine(Title(report));
        var width = report.Clauses.Count == 0 ? 0 : report.Clauses.Max(c => c.Clause.Id.Length);
        foreach (var clause in report.Clauses)
        {
            text.Append(Word(clause.Verdict).PadRight(20)).Append(clause.Clause.Level == ClauseLevel.Must ? "must    " : "should  ")
                .Append(clause.Clause.Id.PadRight(width + 2)).AppendLine(clause.Reason ?? "");
        }

        if (report.SelfCheck?.Reason is { } reason)
        {
            text.AppendLine().AppendLine(reason);
        }

        foreach (var clause in report.Clauses.Where(c => c.Failures.Count > 0))
        {
            text.AppendLine().AppendLine(clause.Failures.MinBy(f => f.TraceLength)!.Message);
        }

        return text.ToString();
    }

    /// <summary>The report as a Markdown table.</summary>
    /// <param name="report">The report.</param>
    public static string ToMarkdown(ConformanceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder("# ").AppendLine(Title(report)).AppendLine().AppendLine("| clause | level | verdict | cases | |").AppendLine("| --- | --- | --- | ---: | --- |");
        foreach (var clause in report.Clauses)
        {
            var reason = (clause.Reason ?? "").ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
            text.AppendLine($"| `{clause.Clause.Id}` | {(clause.Clause.Level == ClauseLevel.Must ? "must" : "should")} | {Word(clause.Verdict)} | {clause.Cases} | {reason} |");
        }

        return text.ToString();
    }

    private static string Title(ConformanceReport report)
    {
        var verified = report.Clauses.Count(c => c.Verdict == Verdict.Verified);
        return $"{report.Backend}: {verified} of {report.Clauses.Count} clauses of {report.Spec.Service} {report.Spec.Revision} verified, "
            + $"{report.Clauses.Count(c => c.Verdict == Verdict.Violated)} violated ({report.Cases.Count} cases, {report.Calls} calls)";
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.NotExercised => "not exercised",
        Verdict.NotVerifiableHere => "not verifiable here",
        _ => verdict.ToString().ToLowerInvariant(),
    };
}
