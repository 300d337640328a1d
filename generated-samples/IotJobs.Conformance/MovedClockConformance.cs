using JobsSpecGen.Conformance;

namespace IotJobs.Conformance;

/// <summary>The generated reference on a clock that the suite moves: no test waits, and a day passes at once.</summary>
public sealed class MovedClockBackend : JobsDataPlaneBackend, IClockControl
{
    private readonly MovedClock _clock = new();

    /// <summary>Makes a reference that goes by the moved clock.</summary>
    public MovedClockBackend() => Service = new InMemoryJobsDataPlane(_clock);

    /// <inheritdoc/>
    public override IJobsDataPlane Service { get; }

    /// <inheritdoc/>
    public DateTimeOffset UtcNow => _clock.GetUtcNow();

    /// <inheritdoc/>
    public ValueTask AdvanceAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        _clock.Advance(by);
        return default;
    }
}

/// <summary>A clock that stands still between moves.</summary>
internal sealed class MovedClock : TimeProvider
{
    private long _ticks = new DateTimeOffset(2017, 11, 29, 0, 0, 0, TimeSpan.Zero).Ticks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}

/// <summary>What depends on the clock, verified without waiting.</summary>
public sealed class MovedClockConformance : JobsDataPlaneConformance<MovedClockBackend>;

/// <summary>A clock that a service keeps for itself and sets anew from time to time, so that it misses a jump at first.</summary>
internal sealed class KeptClock(MovedClock clock) : TimeProvider
{
    private DateTimeOffset _kept = clock.GetUtcNow();

    public override DateTimeOffset GetUtcNow()
    {
        var now = clock.GetUtcNow();
        var answer = now - _kept > TimeSpan.FromHours(1) ? _kept : now;
        _kept = now;
        return answer;
    }
}

/// <summary>The tests with a moved clock can fail.</summary>
public class KeptClockTests
{
    [Fact]
    public async Task A_clock_that_misses_a_jump_is_found()
    {
        var report = await new ConformanceRun(JobsDataPlaneSuite.Instance, () => new KeptClockBackend(), "kept clock").ReportAsync(TestContext.Current.CancellationToken);
        Assert.All(report.Cases.Where(c => c.Verdict == Verdict.Violated), c => Assert.Equal(CaseKind.Clock, c.Kind));
        Assert.Contains(report.Clauses, c => c.Clause.Id == "start-next.started-at" && c.Verdict == Verdict.Violated);
    }

    private sealed class KeptClockBackend : JobsDataPlaneBackend, IClockControl
    {
        private readonly MovedClock _clock = new();

        public KeptClockBackend() => Service = new InMemoryJobsDataPlane(new KeptClock(_clock));

        public override IJobsDataPlane Service { get; }

        public DateTimeOffset UtcNow => _clock.GetUtcNow();

        public ValueTask AdvanceAsync(TimeSpan by, CancellationToken cancellationToken)
        {
            _clock.Advance(by);
            return default;
        }
    }
}
