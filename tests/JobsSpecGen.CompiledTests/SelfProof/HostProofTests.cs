using System.Globalization;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.SelfProof;

/// <summary>Races and restarts can fail: every host that breaks a guarantee is found in every run, and under that guarantee alone.</summary>
[Collection(nameof(Alone))]
public class HostProofTests
{
    /// <summary>The scheduler determines whether calls overlap, so that no other test of this project runs in parallel with these tests.</summary>
    [CollectionDefinition(nameof(Alone), DisableParallelization = true)]
    public sealed class Alone;

    private const int Repetitions = 5;

    public static TheoryData<ConformanceSuite> Suites =>
        [IotJobsData.JobsDataPlaneSuite.Instance, LendingLibrary.LendingDeskSuite.Instance, Registers.RegisterSuite.Instance];

    [Theory]
    [MemberData(nameof(Suites), DisableDiscoveryEnumeration = true)]
    public async Task Every_faulty_host_is_found_in_every_run(ConformanceSuite suite)
    {
        var proofs = new List<HostProof>();
        for (var i = 0; i < Repetitions; i++)
        {
            // One run with all cases, so that a host that violates an additional clause is noticed.
            proofs.AddRange(await HostProofRun.RunAsync(suite, new() { ConcurrencyBudget = TimeSpan.FromSeconds(10) }, isThorough: i == 0, TestContext.Current.CancellationToken));
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
