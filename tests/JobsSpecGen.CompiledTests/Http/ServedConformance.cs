using IotJobsData;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.Http;

/// <summary>A backend behind a URL as a tester writes it, but that its server is in this process.</summary>
public sealed class ServedBackend() : HttpTarget(JobsDataPlaneSuite.Instance, s_jobs.Value.Host.Http.BaseAddress!)
{
    private static readonly Lazy<JobsOverHttp> s_jobs = new(() => Task.Run(() => JobsOverHttp.StartAsync()).GetAwaiter().GetResult());

    public override ConformanceOptions Options => base.Options with { RandomSequences = 20, ConcurrentRuns = 20 };
}

/// <summary>The tests that the generator emits, raw requests among them, with situations arranged by the control plane.</summary>
public sealed class ServedConformance : JobsDataPlaneConformance<ServedBackend>;
