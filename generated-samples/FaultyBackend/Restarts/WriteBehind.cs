namespace IotJobs.Faulty.Restarts;

/// <summary>Changes are acknowledged first and written in a batch a little later: a crash loses the batch.</summary>
internal sealed class WriteBehind : RestartableJobs
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private readonly List<Changes> _batch = [];

    private protected override void Persist(Changes changes)
    {
        lock (_lock)
        {
            _batch.Add(changes);
            if (_batch.Count == 1)
            {
                _ = FlushLaterAsync();
            }
        }
    }

    private protected override void Lose()
    {
        lock (_lock)
        {
            _batch.Clear();
        }
    }

    private async Task FlushLaterAsync()
    {
        await Task.Delay(Interval).ConfigureAwait(false);
        lock (_lock)
        {
            _batch.ForEach(Disk.Write);
            _batch.Clear();
        }
    }
}
