using IotJobsData;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.Http;

/// <summary>Arranges situations in process, on the reference behind the endpoints.</summary>
internal sealed class Direct(InMemoryJobsDataPlane reference) : JobsDataPlaneBackend, IHttpEnvironment
{
    public override IJobsDataPlane Service => reference;

    public ValueTask<CallOutcome> ActAsync(SpecCall call, CancellationToken cancellationToken) => CallAsync(call, cancellationToken);
}
