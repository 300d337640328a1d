namespace JobsSpecGen.Conformance.Results;

/// <summary>Maps verdicts to test outcomes: which violations fail a run, which are only reported, and which are known to the baseline.</summary>
internal static class Judgement
{
    private static readonly TestJudgement Passed = new(TestOutcome.Passed, "");

    public static bool FailsTheRun(ConformanceReport report) =>
        report.Baseline?.Differences.Count > 0
        || report.Clauses.Any(c => c is { Verdict: Verdict.Violated, Clause.Level: ClauseLevel.Must } && Known(report, c.Clause.Id) is null);

    /// <summary>The reason why a passing report would be meaningless; null if there is none.</summary>
    public static string? InconclusiveReason(ConformanceReport report) =>
        report.Clauses.Any(c => c.Verdict == Verdict.Verified) ? null : "no clause was verified";

    /// <summary>The reason why the violation of a clause is accepted; null if it is not.</summary>
    public static string? Known(ConformanceReport report, string clause) => report.Baseline?.Known.GetValueOrDefault(clause);

    public static TestJudgement Of(ConformanceReport report, ClauseResult result)
    {
        var message = string.Join("\n\n", result.Failures.Select(f => f.Message));
        return report.Baseline?.Differences.FirstOrDefault(d => d.Clause == result.Clause.Id) is { } difference
            ? new(TestOutcome.Failed, $"{difference}\n\n{message}".TrimEnd())
            : Of(report, result.Clause, result.Verdict, result.Reason, message);
    }

    public static TestJudgement Of(ConformanceReport report, CaseResult result) =>
        Of(report, result.Failure?.Clause, result.Verdict, result.Reason, result.Failure?.Message ?? "");

    /// <summary>The outcome of the run as a whole, which no test of a single clause shows: the run is conclusive and matches the baseline.</summary>
    public static TestJudgement Of(ConformanceReport report) =>
        report.Baseline is { Differences.Count: > 0 } baseline ? new(TestOutcome.Failed, baseline.ToString())
        : report.SelfCheck?.Reason is { } reason ? new(TestOutcome.Broken, reason)
        : InconclusiveReason(report) is { } inconclusive ? new(TestOutcome.Failed, "The run is inconclusive: " + inconclusive + ".")
        : Passed;

    private static TestJudgement Of(ConformanceReport report, ClauseInfo? clause, Verdict verdict, string? reason, string message) => verdict switch
    {
        Verdict.Verified => Passed,
        Verdict.Error => new(TestOutcome.Broken, reason ?? "the suite or the adapter broke"),
        Verdict.Violated when clause is not null && Known(report, clause.Id) is { } known => new(TestOutcome.Skipped, $"known failure: {known}\n\n{message}"),
        Verdict.Violated when clause?.Level == ClauseLevel.Should => new(TestOutcome.Skipped, "deviates from a 'should': " + message),
        Verdict.Violated => new(TestOutcome.Failed, message.Length > 0 ? message : reason ?? "violated"),
        _ => new(TestOutcome.Skipped, reason ?? "not verified"),
    };
}
