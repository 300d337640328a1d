using JobsSpecGen.Conformance.Results;

namespace JobsSpecGen.Conformance.Reports.Document;

/// <summary>Converts a report to a <see cref="ReportDocument"/>.</summary>
internal static class DocumentBuilder
{
    public static ReportDocument Build(ConformanceReport report) => new(
        new(Text(report.Spec.Service), Text(report.Spec.Revision), Text(report.Spec.Hash), Text(report.Spec.File)),
        new(Text(report.SuiteVersion)),
        new(Text(report.Backend)),
        new(report.StartedAt?.ToUniversalTime(), Math.Round((decimal)report.Elapsed.TotalSeconds, 3), report.Calls),
        SummaryOf(report),
        SelfCheckOf(report),
        report.Baseline is { } baseline ? Of(baseline) : null,
        [.. report.Clauses.Select(c => Of(report, c))],
        [.. report.Cases.Select(c => Of(report, c))]);

    private static SummaryPart SummaryOf(ConformanceReport report)
    {
        var clauses = VerdictCounts.Of(report.Clauses.Select(c => c.Verdict));
        var (title, sentence) = Headline.Of(report);
        return new(
            title,
            Text(sentence),
            report.Conforms,
            Labels.Camel(report.Exit),
            (int)report.Exit,
            clauses.Total == 0 ? 0 : Math.Floor(1000m * clauses.Verified / clauses.Total) / 10,
            clauses,
            VerdictCounts.Of(report.Clauses.Where(c => c.Clause.Level == ClauseLevel.Must).Select(c => c.Verdict)),
            VerdictCounts.Of(report.Clauses.Where(c => c.Clause.Level == ClauseLevel.Should).Select(c => c.Verdict)),
            VerdictCounts.Of(report.Cases.Select(c => c.Verdict)),
            [.. report.Cases.GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => new KindPart(Labels.Camel(g.Key), Labels.Describe(g.Key), VerdictCounts.Of(g.Select(c => c.Verdict))))]);
    }

    private static SelfCheckPart? SelfCheckOf(ConformanceReport report) => report.SelfCheck is { } selfCheck
        ? new(selfCheck.Passed, Text(selfCheck.Reason ?? $"The suite detected all {selfCheck.Canaries.Count(c => c.Applies)} backends that are wrong on purpose."))
        : null;

    private static BaselinePart Of(BaselineComparison baseline) => new(
        Text(baseline.File),
        [.. baseline.Differences.Select(d => new DifferencePart(Labels.Camel(d.Change), d.Clause is null ? null : Text(d.Clause), Text(d.Message)))],
        Text(baseline.Diff));

    private static ClausePart Of(ConformanceReport report, ClauseResult result) => new(
        Text(result.Clause.Id),
        result.Clause.IsConstraint ? "constraint" : "rule",
        Labels.Camel(result.Clause.Level),
        Text(result.Clause.Says),
        Text(result.Clause.Source),
        result.Clause.Line,
        Labels.Camel(result.Verdict),
        Optional(result.Reason),
        Labels.Camel(Judgement.Of(report, result).Outcome),
        result.Verdict == Verdict.Violated ? Optional(Judgement.Known(report, result.Clause.Id)) : null,
        result.Cases,
        result.Failures.Count,
        result.Failures.Count == 0 ? null : Of(result.Failures[0]));

    private static CasePart Of(ConformanceReport report, CaseResult result) => new(
        Labels.Camel(result.Kind),
        Text(result.Name),
        Optional(result.Clause),
        Labels.Camel(result.Verdict),
        Optional(result.Reason),
        Labels.Camel(Judgement.Of(report, result).Outcome),
        result.Failure is { } failure ? Of(failure) : null);

    private static FailurePart Of(ConformanceFailure failure) =>
        new(Text(failure.Clause.Id), Text(failure.Summary), Text(failure.Message), failure.TraceLength);

    private static string Text(string text) => VisibleText.Of(text);

    private static string? Optional(string? text) => text is null ? null : VisibleText.Of(text);
}
