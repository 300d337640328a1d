namespace IotJobs.Faulty.Restarts;

/// <summary>Loading goes through the same method as an update, which stamps lastUpdatedAt: after a restart everything was changed just now.</summary>
internal sealed class StampedOnLoading : RestartableJobs
{
    private protected override IEnumerable<Execution> Reload(IEnumerable<Execution> stored) =>
        With(stored, row => row.LastUpdatedAt = Math.Max(row.LastUpdatedAt + 1, Clock.GetUtcNow().ToUnixTimeMilliseconds()));
}
