using IotJobs.Faulty;
using JobsSpecGen.Conformance;

namespace IotJobs.Conformance;

/// <summary>A backend with a mistake that shows with several callers.</summary>
public sealed class RacyBackend : OnMovedClock
{
    /// <summary>Makes one.</summary>
    public RacyBackend(Exhibit<JobsOverDatabase> exhibit)
    {
        Name = exhibit.Name;
        Service = exhibit.Make(Clock);
    }

    /// <summary>The number of rounds ends a race, not the time: on a busy machine it takes longer, and finds as much.</summary>
    public override ConformanceOptions Options => TestScale.Choose(
        full: base.Options with { ConcurrentRuns = 3_000, ConcurrencyBudget = TimeSpan.FromSeconds(30) },
        reduced: base.Options with { ConcurrentRuns = 600, ConcurrencyBudget = TimeSpan.FromSeconds(30), Clauses = ["thing.atomicity", "thing.reads"] });

    /// <summary>The mistakes that hundreds of rounds show; the others take thousands.</summary>
    internal static IReadOnlyList<string> ShownSoon { get; } = ["LostUpdate", "DoubleStart", "TerminalOverwritten", "TornWrite", "LaggingReplica"];

    /// <inheritdoc/>
    public override IJobsDataPlane Service { get; }

    /// <inheritdoc/>
    public override string Name { get; }
}

/// <summary>A backend with a mistake that shows after a crash.</summary>
public sealed class ForgetfulBackend : OnMovedClock, IRestartable
{
    private readonly RestartableJobs _service;

    /// <summary>Makes one.</summary>
    public ForgetfulBackend(Exhibit<RestartableJobs> exhibit)
    {
        Name = exhibit.Name;
        _service = exhibit.Make(Clock);
    }

    /// <inheritdoc/>
    public override ConformanceOptions Options => TestScale.Choose(
        full: base.Options with { ConcurrentRuns = 50 },
        reduced: base.Options with { ConcurrentRuns = 5, RandomSequences = 10 });

    /// <inheritdoc/>
    public override IJobsDataPlane Service => _service;

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public ValueTask RestartAsync(CancellationToken cancellationToken)
    {
        _service.Restart();
        return default;
    }
}
