namespace IotJobs.Faulty.Races;

/// <summary>
/// Readers ask a replica, which takes over what was written as long as nobody reads from it, and else when the last reader is done,
/// as a hot standby does whose queries must not be disturbed. Writers do not wait for that, so later readers see the past.
/// </summary>
internal sealed class LaggingReplica() : JobsOverDatabase(new Primary())
{
    private protected override Task<List<Execution>> LoadToReadAsync(string thingName) => ((Primary)Database).Replica.LoadAsync(thingName);

    private sealed class Primary : Database
    {
        public Standby Replica { get; } = new();

        public override async Task SaveAsync(Changes changes)
        {
            await base.SaveAsync(changes).ConfigureAwait(false);
            Replica.Receive(changes);
        }
    }

    private sealed class Standby : Database
    {
        private readonly Lock _lock = new();
        private readonly List<Changes> _waiting = [];
        private int _readers;

        public void Receive(Changes changes)
        {
            lock (_lock)
            {
                _waiting.Add(changes);
                ReplayIfIdle();
            }
        }

        public override async Task<List<Execution>> LoadAsync(string thingName)
        {
            lock (_lock)
            {
                _readers++;
            }

            var rows = await base.LoadAsync(thingName).ConfigureAwait(false);
            lock (_lock)
            {
                _readers--;
                ReplayIfIdle();
            }

            return rows;
        }

        private void ReplayIfIdle()
        {
            if (_readers == 0)
            {
                _waiting.ForEach(Write);
                _waiting.Clear();
            }
        }
    }
}
