using IotJobsData;
using JobsSpecGen.CompiledTests.Times;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.SelfProof;

/// <summary>A matching mutant determines the clause, and the failure message names the mutant.</summary>
public class MatchingMutantTests
{
    [Fact]
    public async Task A_message_names_the_matching_mutant()
    {
        var mutant = MutantBackend.Find("update.version-mismatch", "UpdateJobExecution", "guard dropped");

        var violated = Assert.Single(await ViolatedAsync(mutant));

        Assert.Equal("update.version-mismatch", violated.Clause.Id);
        Assert.Contains("All outcomes match this known fault:", violated.Failures[0].Message, StringComparison.Ordinal);
        Assert.Contains($"UpdateJobExecution: guard dropped ({mutant.Detail})", violated.Failures[0].Message, StringComparison.Ordinal);
    }

    /// <summary>
    /// The first deviation is an update of another version that is refused as one of an unknown execution. On its own, that is a
    /// wrong error for another version. The fault also deviates where no version is expected.
    /// </summary>
    [Fact]
    public async Task Of_several_matching_mutants_the_one_that_matches_the_other_failures_counts()
    {
        var mutant = MutantBackend.Find("execution.latest", "UpdateJobExecution", "becomes jobId == input.jobId && executionNumber == input.executionNumber");

        Assert.Equal("execution.latest", Assert.Single(await ViolatedAsync(mutant)).Clause.Id);
    }

    [Fact]
    public async Task A_message_without_a_matching_mutant_names_none()
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
