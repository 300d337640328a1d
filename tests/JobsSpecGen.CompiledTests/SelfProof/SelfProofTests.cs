namespace JobsSpecGen.CompiledTests.SelfProof;

/// <summary>
/// The jobs suite against every mutant of its spec. What became of each is committed as a table: a mutant that newly
/// survives and one that no longer does both fail here.
/// </summary>
public class JobsSelfProofTests
{
    [Fact]
    public Task The_jobs_suite_finds_every_mutant_but_those_listed() => MutantSnapshot.CheckAsync(IotJobsData.JobsDataPlaneSuite.Instance, "jobs");
}

/// <summary>The same for the lending suite, in a class of its own, so that both run at once.</summary>
public class LendingSelfProofTests
{
    [Fact]
    public Task The_lending_suite_finds_every_mutant_but_those_listed() => MutantSnapshot.CheckAsync(LendingLibrary.LendingDeskSuite.Instance, "lending");
}
