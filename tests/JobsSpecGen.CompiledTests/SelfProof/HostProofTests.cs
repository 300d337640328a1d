using System.Globalization;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.SelfProof;

/// <summary>Races and restarts can fail: every host that breaks a guarantee is found in every run, and under that guarantee alone.</summary>
[Collection(nameof(Alone))]
public class HostProofTests : IClassFixture<QuietMachine>
{
    /// <summary>The scheduler determines whether calls overlap, so no other test of this project runs in parallel, and no such test of another one.</summary>
    [CollectionDefinition(nameof(Alone), DisableParallelization = true)]
    public sealed class Alone;

    private static readonly int Repetitions = TestScale.Choose(full: 5, reduced: 1);

    /// <summary>The hosts are the same for each suite; reduced, the smallest stands for the others.</summary>
    public static TheoryData<ConformanceSuite> Suites =>
        TestScale.IsFull ? [IotJobsData.JobsDataPlaneSuite.Instance, LendingLibrary.LendingDeskSuite.Instance, Registers.RegisterSuite.Instance] : [Registers.RegisterSuite.Instance];

    [Theory]
    [MemberData(nameof(Suites), DisableDiscoveryEnumeration = true)]
    public async Task Every_faulty_host_is_found_in_every_run(ConformanceSuite suite)
    {
        var proofs = new List<HostProof>();
        for (var i = 0; i < Repetitions; i++)
        {
            // The first run has all cases, so that a host that violates an additional clause is noticed.
            var isThorough = i == 0;
            var options = new ConformanceOptions { ConcurrencyBudget = TimeSpan.FromSeconds(10), ConcurrentRuns = isThorough ? new ConformanceOptions().ConcurrentRuns : 1_600 };
            proofs.AddRange(await HostProofRun.RunAsync(suite, options, isThorough, TestContext.Current.CancellationToken));
        }

        foreach (var fault in proofs.GroupBy(p => p.Fault))
        {
            TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{suite.Spec.Service} {fault.Key}: {string.Join(" | ", fault.Select(p => string.Join(", ", p.Violated)))}; trace {fault.Max(p => p.TraceLength)}, at most {fault.Max(p => p.FoundAfter).TotalSeconds:0.0} s"));
        }

        Assert.All(proofs, proof => Assert.True(
            proof.Violated.SequenceEqual(proof.Clause is null ? [] : [proof.Clause]),
            $"{proof.Fault}: expected {proof.Clause ?? "nothing"}, found {string.Join(", ", proof.Violated)} by {string.Join(", ", proof.FoundBy)}"));

        // Both restarts find a loss, the one under load independently of the one at rest.
        Assert.Equal(["at rest", "under load"], proofs.First(p => p.Fault == "LastLost").FoundBy);
    }
}
