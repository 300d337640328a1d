using IotJobsData;
using JobsSpecGen.CompiledTests.Times;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.SelfProof;

/// <summary>A mistake that is known names the clause, and the message says what it looks like.</summary>
public class LooksLikeTests
{
    [Fact]
    public async Task A_message_says_which_mistake_would_do_the_same()
    {
        var mutant = MutantBackend.Find("update.version-mismatch", "UpdateJobExecution", "guard dropped");

        var violated = Assert.Single(await ViolatedAsync(mutant));

        Assert.Equal("update.version-mismatch", violated.Clause.Id);
        Assert.Contains("All outcomes match this known fault:", violated.Failures[0].Message, StringComparison.Ordinal);
        Assert.Contains($"UpdateJobExecution: guard dropped ({mutant.Detail})", violated.Failures[0].Message, StringComparison.Ordinal);
    }

    /// <summary>
    /// It first shows where an update of another version is refused as one of an unknown execution. Seen alone, that is the
    /// wrong error for another version; but it goes wrong where no version is expected, too.
    /// </summary>
    [Fact]
    public async Task Where_several_mistakes_explain_a_failure_the_one_counts_that_explains_the_others_too()
    {
        var mutant = MutantBackend.Find("execution.latest", "UpdateJobExecution", "becomes jobId == input.jobId && executionNumber == input.executionNumber");

        Assert.Equal("execution.latest", Assert.Single(await ViolatedAsync(mutant)).Clause.Id);
    }

    [Fact]
    public async Task Where_no_known_mistake_explains_a_failure_the_message_claims_none()
    {
        var report = await ReportAsync(new TimesOfAnswers((operation, execution) => operation == "DescribeJobExecution"
            ? execution.With("queuedAt", SpecValue.Of(((SpecValue.Integer)execution["queuedAt"]).Value + 1))
            : execution));

        var violated = Assert.Single(report.Clauses, c => c.Verdict == Verdict.Violated);
        Assert.DoesNotContain("All outcomes match", violated.Failures[0].Message, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<ClauseResult>> ViolatedAsync(MutantInfo mutant) =>
        [.. (await ReportAsync(new MutantBackend(mutant))).Clauses.Where(c => c.Verdict == Verdict.Violated)];

    private static Task<ConformanceReport> ReportAsync(IConformanceTarget backend) =>
        new ConformanceRun(JobsDataPlaneSuite.Instance, () => backend, "wrong").ReportAsync(TestContext.Current.CancellationToken);
}
