using JobsSpecGen.Conformance;

namespace IotJobs.Conformance;

/// <summary>A backend on a clock that the suite moves: no test waits, and a day passes at once.</summary>
public abstract class OnMovedClock : JobsDataPlaneBackend, IClockControl
{
    private readonly MovedClock _clock = new();

    /// <summary>What the backend has to go by.</summary>
    protected TimeProvider Clock => _clock;

    /// <inheritdoc/>
    public DateTimeOffset UtcNow => _clock.GetUtcNow();

    /// <inheritdoc/>
    public ValueTask AdvanceAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        _clock.Advance(by);
        return default;
    }

    /// <summary>A clock that stands still between moves.</summary>
    private sealed class MovedClock : TimeProvider
    {
        private long _ticks = new DateTimeOffset(2017, 11, 29, 0, 0, 0, TimeSpan.Zero).Ticks;

        public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

        public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
    }
}
