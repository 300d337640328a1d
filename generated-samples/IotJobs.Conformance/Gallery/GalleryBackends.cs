using IotJobs.Faulty;
using JobsSpecGen.Conformance;

namespace IotJobs.Conformance;

/// <summary>A backend with a mistake that shows with several callers.</summary>
public sealed class RacyBackend(Exhibit<JobsOverDatabase> exhibit) : JobsDataPlaneBackend
{
    /// <inheritdoc/>
    public override ConformanceOptions Options => base.Options with { ConcurrentRounds = 3_000, ConcurrencyBudget = TimeSpan.FromSeconds(6) };

    /// <inheritdoc/>
    public override IJobsDataPlane Service { get; } = exhibit.Make();

    /// <inheritdoc/>
    public override string Name => exhibit.Name;
}

/// <summary>A backend with a mistake that shows after a crash.</summary>
public sealed class ForgetfulBackend(Exhibit<RestartableJobs> exhibit) : JobsDataPlaneBackend, IRestartable
{
    /// <inheritdoc/>
    public override ConformanceOptions Options => base.Options with { ConcurrentRounds = 50 };

    private readonly RestartableJobs _service = exhibit.Make();

    /// <inheritdoc/>
    public override IJobsDataPlane Service => _service;

    /// <inheritdoc/>
    public override string Name => exhibit.Name;

    /// <inheritdoc/>
    public ValueTask RestartAsync(CancellationToken cancellationToken)
    {
        _service.Restart();
        return default;
    }
}
