using JobsSpecGen.Conformance.Explanation;
using JobsSpecGen.Conformance.Results;

namespace JobsSpecGen.Conformance.Reports.Baseline;

/// <summary>What a baseline would have to say for a run to keep it.</summary>
internal static class BaselineSnapshot
{
    public static BaselineDocument Of(ConformanceReport report, BaselineDocument? previous)
    {
        var reasons = previous?.Failures.ToDictionary(f => f.Clause, f => f.Reason, StringComparer.Ordinal) ?? [];
        var counted = report.Cases.Where(c => !IsCountAnOption(c.Kind)).ToList();
        var byClause = counted.Where(c => c.Clause is not null).CountBy(c => c.Clause!, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return new(
            BaselineReader.Version,
            new(report.Spec.Service, report.Spec.Revision),
            [.. report.Clauses.Where(c => c.Verdict == Verdict.Violated).Select(c => new KnownFailure(c.Clause.Id, reasons.GetValueOrDefault(c.Clause.Id, ""), Found(report, c)))],
            [.. report.Clauses.Where(c => c.Verdict is not Verdict.Violated and not Verdict.Verified).Select(c => new KnownGap(c.Clause.Id, NormalizedText.Of(c.Reason ?? Labels.Of(c.Verdict))))],
            Ordered(report.Clauses.Select(c => (c.Clause.Id, byClause.GetValueOrDefault(c.Clause.Id)))),
            Ordered(counted.GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => (Labels.Camel(g.Key), g.Count()))));
    }

    /// <summary>The failure that a reader sees first, unless chance or a race found it: then it is another one each time.</summary>
    private static string Found(ConformanceReport report, ClauseResult clause)
    {
        var found = report.Cases.Where(c => c.Failure?.Clause.Id == clause.Clause.Id).ToList();
        var steady = found.Where(c => !IsFoundByChance(c.Kind)).OrderBy(c => c.Clause == clause.Clause.Id ? 0 : 1).ThenBy(c => c.Failure!.TraceLength).FirstOrDefault()?.Failure
            ?? (found.Count == 0 ? clause.Failures.FirstOrDefault() : null);
        return steady is not null ? NormalizedText.Of(steady.Pattern)
            : found.Count > 0 ? "found by: " + string.Join(", ", found.Select(c => Labels.Of(c.Kind)).Distinct().Order(StringComparer.Ordinal))
            : NormalizedText.Of(clause.Reason ?? "");
    }

    private static bool IsCountAnOption(CaseKind kind) => kind is CaseKind.Random or CaseKind.Concurrency;

    private static bool IsFoundByChance(CaseKind kind) => kind is CaseKind.Random or CaseKind.Concurrency or CaseKind.Restart;

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
