using System.Globalization;
using IotJobsData;
using JobsSpecGen.CompiledTests.Harness;
using JobsSpecGen.CompiledTests.SelfProof;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.Sharing;

/// <summary>A backend that a team shares is tested by several people at once. Nobody resets it, and nobody sees what the others do.</summary>
[Collection(nameof(HostProofTests.Alone))]
public class EightCopiesTests : IClassFixture<QuietMachine>
{
    private const int Copies = 8;

    [Fact]
    public async Task Eight_copies_of_the_suite_at_once_all_verify_a_backend_that_they_share()
    {
        var shared = new InMemoryJobsDataPlane();
        var reports = await Task.WhenAll(Enumerable.Range(1, Copies).Select(copy => Reports.RunAsync(
            JobsDataPlaneSuite.Instance, () => new SharedBackend(shared), string.Create(CultureInfo.InvariantCulture, $"copy {copy}"))));

        Assert.All(reports, report => report.AssertAllVerified());
    }

    private sealed class SharedBackend(InMemoryJobsDataPlane shared) : JobsDataPlaneBackend
    {
        public override IJobsDataPlane Service => shared;

        /// <summary>A few of everything: what is to be seen here is whether the copies come by each other.</summary>
        public override ConformanceOptions Options => base.Options with { ConcurrentRuns = 10, RandomSequences = 50 };
    }
}
