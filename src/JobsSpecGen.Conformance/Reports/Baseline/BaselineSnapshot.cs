using JobsSpecGen.Conformance.Explanation;
using JobsSpecGen.Conformance.Results;

namespace JobsSpecGen.Conformance.Reports.Baseline;

/// <summary>Creates the baseline document that matches a run.</summary>
internal static class BaselineSnapshot
{
    public static BaselineDocument Of(ConformanceReport report, BaselineDocument? previous)
    {
        var reasons = previous?.Failures.ToDictionary(f => f.Clause, f => f.Reason, StringComparer.Ordinal) ?? [];
        var counted = report.Cases.Where(c => !DependsOnOptions(c.Kind)).ToList();
        var byClause = counted.Where(c => c.Clause is not null).CountBy(c => c.Clause!, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return new(
            BaselineReader.Version,
            new(report.Spec.Service, report.Spec.Revision),
            [.. report.Clauses.Where(c => c.Verdict == Verdict.Violated).Select(c => new KnownFailure(c.Clause.Id, reasons.GetValueOrDefault(c.Clause.Id, ""), Found(report, c)))],
            [.. report.Clauses.Where(c => c.Verdict is not Verdict.Violated and not Verdict.Verified).Select(c => new KnownGap(c.Clause.Id, NormalizedText.Of(c.Reason ?? Labels.Of(c.Verdict))))],
            Ordered(report.Clauses.Select(c => (c.Clause.Id, byClause.GetValueOrDefault(c.Clause.Id)))),
            Ordered(counted.GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => (Labels.Camel(g.Key), g.Count()))));
    }

    /// <summary>
    /// The finding for a violated clause: the failure that a reader sees first. Failures of random sequences, races and restarts differ
    /// between runs, so if there are no others, the finding is only the kind of the test cases.
    /// </summary>
    private static string Found(ConformanceReport report, ClauseResult clause)
    {
        var found = report.Cases.Where(c => c.Failure?.Clause.Id == clause.Clause.Id).ToList();
        var reproducible = found.Where(c => !IsNondeterministic(c.Kind)).OrderBy(c => c.Clause == clause.Clause.Id ? 0 : 1).ThenBy(c => c.Failure!.TraceLength).FirstOrDefault()?.Failure
            ?? (found.Count == 0 ? clause.Failures.FirstOrDefault() : null);
        return reproducible is not null ? NormalizedText.Of(reproducible.Pattern)
            : found.Count > 0 ? "found by: " + string.Join(", ", found.Select(c => Labels.Of(c.Kind)).Distinct().Order(StringComparer.Ordinal))
            : NormalizedText.Of(clause.Reason ?? "");
    }

    /// <summary>True if the options of a run determine the number of test cases of a kind.</summary>
    private static bool DependsOnOptions(CaseKind kind) => kind is CaseKind.Random or CaseKind.Concurrency;

    private static bool IsNondeterministic(CaseKind kind) => kind is CaseKind.Random or CaseKind.Concurrency or CaseKind.Restart;

    private static OrderedDictionary<string, int> Ordered(IEnumerable<(string, int)> counts)
    {
        var ordered = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, count) in counts)
        {
            ordered[key] = count;
        }

        return ordered;
    }
}
