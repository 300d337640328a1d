using System.Globalization;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.SelfProof;

/// <summary>Races and restarts can fail: each host that breaks a guarantee is found, each time, and under that guarantee alone.</summary>
[Collection(nameof(Alone))]
public class HostProofTests
{
    /// <summary>Whether calls meet is for the scheduler to say: nothing else of this project runs beside these tests.</summary>
    [CollectionDefinition(nameof(Alone), DisableParallelization = true)]
    public sealed class Alone;

    private const int Repetitions = 5;

    public static TheoryData<ConformanceSuite> Suites =>
        [IotJobsData.JobsDataPlaneSuite.Instance, LendingLibrary.LendingDeskSuite.Instance, Registers.RegisterSuite.Instance];

    [Theory]
    [MemberData(nameof(Suites), DisableDiscoveryEnumeration = true)]
    public async Task Each_host_is_found_each_time(ConformanceSuite suite)
    {
        var proofs = new List<HostProof>();
        for (var i = 0; i < Repetitions; i++)
        {
            // Once with everything, so that a host that is found under a clause too many is noticed.
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

        // A loss is found by either restart, and the one under load finds it on its own.
        Assert.Equal(["at rest", "under load"], proofs.First(p => p.Fault == "LastLost").FoundBy);
    }
}
