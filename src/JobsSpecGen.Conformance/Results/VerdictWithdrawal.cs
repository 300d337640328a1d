namespace JobsSpecGen.Conformance.Results;

/// <summary>Withdraws the passing verdicts of a suite that failed its self-check. Violations that it found remain valid.</summary>
internal static class VerdictWithdrawal
{
    public static IReadOnlyList<ClauseResult> Apply(IReadOnlyList<ClauseResult> clauses, SelfCheckReport check) => check.Reason is not { } reason
        ? clauses
        : [.. clauses.Select(c => c.Verdict == Verdict.Verified ? c with { Verdict = Verdict.Error, Reason = reason } : c)];
}
