using JobsSpecGen.CompiledTests.Harness;
using JobsSpecGen.CompiledTests.Http;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.Language;

/// <summary>The rules of raw requests, which are not verifiable in process, are verified on the generated server.</summary>
public sealed class TutorialOverHttpTests
{
    private const int StepWithWireRules = 9;

    [Fact]
    public async Task Rules_of_raw_requests_are_verified()
    {
        var spec = LanguageFile.CompiledAfter(StepWithWireRules);
        await using var host = await HttpHost.StartAsync(spec.Map);

        var report = await Reports.RunAsync(spec.Suite, () => new HttpTarget(spec.Suite, host.Http.BaseAddress!), "garage over HTTP");

        report.AssertAllVerified();
        Assert.Equal(
            ["wire.error-status", "wire.malformed-body", "wire.unknown-query", "wire.wrong-method"],
            report.Clauses.Where(c => spec.Suite.Spec.WireClauses.Values.Contains(c.Clause.Id) && c.Verdict == Verdict.Verified).Select(c => c.Clause.Id).Order());
    }
}
