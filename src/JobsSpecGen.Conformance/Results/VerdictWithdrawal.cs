namespace JobsSpecGen.Conformance.Results;

/// <summary>Takes back what a suite that failed its self-check says is verified; what it found violated stays so.</summary>
internal static class VerdictWithdrawal
{
    public static IReadOnlyList<ClauseResult> Apply(IReadOnlyList<ClauseResult> clauses, SelfCheckReport check) => check.Reason is not { } reason
        ? clauses
        : [.. clauses.Select(c => c.Verdict == Verdict.Verified ? c with { Verdict = Verdict.Error, Reason = reason } : c)];
}
