using JobsSpecGen.CompiledTests.Harness;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.Language;

/// <summary>The spec after each step of the tutorial compiles, and the reference that is generated from it passes its suite.</summary>
public sealed class TutorialTests
{
    public static TheoryData<int> Steps() => [.. Enumerable.Range(1, LanguageFile.Document.Steps.Count)];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Spec_after_a_step_compiles_and_every_clause_is_verified(int step)
    {
        var spec = LanguageFile.CompiledAfter(step);

        var report = await Reports.RunAsync(spec.Suite, spec, $"garage after step {step}");

        report.AssertAllVerified();
        Assert.Empty(report.Violated(ClauseLevel.Should));
        Assert.Equal(NotVerifiable(report), report.Clauses.Where(c => c.Verdict != Verdict.Verified).Select(c => (c.Clause.Id, Word(c.Verdict), c.Reason!)).Order());
        Assert.Equal(
            LanguageFile.Document.SuiteOf(step).Rows,
            report.Clauses.Where(c => !c.Clause.IsConstraint && !IsKnownBefore(c.Clause.Id, step)).Select(c => (c.Clause.Id, Word(c.Verdict))));
    }

    /// <summary>The clauses that the document lists as not verifiable, as far as the step has them.</summary>
    private static IEnumerable<(string Id, string Verdict, string Reason)> NotVerifiable(ConformanceReport report) =>
        from row in LanguageFile.Document.One("text not-verifiable").Rows
        where report.Clauses.Any(c => c.Clause.Id == row.Word)
        orderby row.Word
        select (row.Word, "not verifiable", row.Remainder);

    private static bool IsKnownBefore(string clause, int step) => step > 1 && LanguageFile.CompiledAfter(step - 1).Suite.Spec.Clauses.Any(c => c.Id == clause);

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Verified => "verified",
        Verdict.NotVerifiableHere => "not verifiable",
        _ => verdict.ToString(),
    };
}
