namespace JobsSpecGen.Conformance.Reports.Document;

/// <summary>Counts by verdict.</summary>
internal sealed record VerdictCounts(int Total, int Verified, int Violated, int NotExercised, int NotVerifiableHere, int Error)
{
    public static VerdictCounts Of(IEnumerable<Verdict> verdicts)
    {
        var counts = verdicts.CountBy(v => v).ToDictionary();
        return new(
            counts.Values.Sum(),
            counts.GetValueOrDefault(Verdict.Verified),
            counts.GetValueOrDefault(Verdict.Violated),
            counts.GetValueOrDefault(Verdict.NotExercised),
            counts.GetValueOrDefault(Verdict.NotVerifiableHere),
            counts.GetValueOrDefault(Verdict.Error));
    }
}
