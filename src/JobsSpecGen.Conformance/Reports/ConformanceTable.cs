using System.Text;
using JobsSpecGen.Conformance.Results;

namespace JobsSpecGen.Conformance;

/// <summary>Renders a report as text for a terminal. <see cref="ConformanceReports"/> renders the file formats.</summary>
public static class ConformanceTable
{
    /// <summary>Renders one line for each clause, followed by the shortest failure message of each violated clause.</summary>
    /// <param name="report">The report.</param>
    public static string ToText(ConformanceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder().AppendLine(Title(report));
        var width = report.Clauses.Count == 0 ? 0 : report.Clauses.Max(c => c.Clause.Id.Length);
        foreach (var clause in report.Clauses)
        {
            text.Append(Labels.Of(clause.Verdict).PadRight(20)).Append(Labels.Of(clause.Clause.Level).PadRight(8))
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

    private static string Title(ConformanceReport report)
    {
        var verified = report.Clauses.Count(c => c.Verdict == Verdict.Verified);
        return $"{report.Backend}: {verified} of {report.Clauses.Count} clauses of {report.Spec.Service} {report.Spec.Revision} verified, "
            + $"{report.Clauses.Count(c => c.Verdict == Verdict.Violated)} violated ({report.Cases.Count} cases, {report.Calls} calls)";
    }
}
