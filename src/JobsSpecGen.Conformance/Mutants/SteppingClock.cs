namespace JobsSpecGen.Conformance.Mutants;

/// <summary>A clock that advances by a fixed step on each read, so that an in-process backend need not wait for the next distinct timestamp.</summary>
internal sealed class SteppingClock(TimeSpan step) : TimeProvider
{
    private long _ticks = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Next(), TimeSpan.Zero);

    public override long GetTimestamp() => Next();

    private long Next() => Interlocked.Add(ref _ticks, step.Ticks);
}
