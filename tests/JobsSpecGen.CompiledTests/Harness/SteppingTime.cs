namespace JobsSpecGen.CompiledTests.Harness;

/// <summary>A clock that moves on by a millisecond whenever it is read: whoever waits for its next one has it already.</summary>
internal sealed class SteppingTime : TimeProvider
{
    private long _ticks = new DateTimeOffset(2017, 11, 29, 12, 0, 0, TimeSpan.Zero).Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Next(), TimeSpan.Zero);

    public override long GetTimestamp() => Next();

    private long Next() => Interlocked.Add(ref _ticks, TimeSpan.TicksPerMillisecond);
}
