namespace JobsSpecGen.Conformance.Mutants;

/// <summary>A clock that moves on by a step whenever it is read, so that nothing in process has to wait for the next stamp.</summary>
internal sealed class SteppingClock(TimeSpan step) : TimeProvider
{
    private long _ticks = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Next(), TimeSpan.Zero);

    public override long GetTimestamp() => Next();

    private long Next() => Interlocked.Add(ref _ticks, step.Ticks);
}
