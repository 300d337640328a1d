using JobsSpecGen.Conformance;

namespace JobsSpecGen.Tool.Testing;

/// <summary>The display texts of the engine's values.</summary>
internal static class DisplayText
{
    public static string Of(ClauseLevel level) => level == ClauseLevel.Must ? "must" : "should";

    public static string Of(CaseKind kind) => kind.ToString().ToLowerInvariant();

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Verified => "verified",
        Verdict.Violated => "violated",
        Verdict.NotExercised => "not exercised",
        Verdict.NotVerifiableHere => "not verifiable",
        _ => "broken",
    };

    /// <summary><c>1 case</c>, <c>2 cases</c>.</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
