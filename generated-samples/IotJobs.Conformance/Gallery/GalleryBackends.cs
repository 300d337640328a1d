using IotJobs.Faulty;
using JobsSpecGen.Conformance;

namespace IotJobs.Conformance;

/// <summary>A backend with a mistake that shows with several callers.</summary>
public sealed class RacyBackend : OnMovedClock
{
    private readonly TimeSpan _budget;

    /// <summary>Makes one.</summary>
    public RacyBackend(Exhibit<JobsOverDatabase> exhibit)
    {
        Name = exhibit.Name;
        Service = exhibit.Make(Clock);
        _budget = TimeSpan.FromSeconds(exhibit.Clause.Length == 0 ? 6 : 15);
    }

    /// <summary>
    /// Where a mistake is to be found, the number of concurrent runs ends a race and not the time, so that a busy machine finds as much.
    /// Where there is none, time may end it.
    /// </summary>
    public override ConformanceOptions Options => TestScale.Choose(
        full: base.Options with { ConcurrentRuns = 3_000, ConcurrencyBudget = _budget },
        reduced: base.Options with { ConcurrentRuns = 600, ConcurrencyBudget = _budget, Clauses = ["thing.atomicity", "thing.reads"] });

    /// <summary>The mistakes that hundreds of concurrent runs show; the others take thousands.</summary>
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
