namespace IotJobs.Faulty;

/// <summary>
/// The jobs data plane in memory and on disk: a change is written to disk before it is acknowledged, and after a crash everything
/// is loaded from there. Done right here; the mistakes in <c>Restarts</c> override what they get wrong.
/// </summary>
public class RestartableJobs : JobsOverDatabase
{
    /// <summary>Makes an empty service.</summary>
    public RestartableJobs() => Database = new Memory(Persist, []);

    /// <summary>What survives a crash.</summary>
    private protected Database Disk { get; } = new();

    /// <summary>Crashes, and starts again from the disk. Calls under way get no answer.</summary>
    public void Restart()
    {
        ((Memory)Database).Crash(Lose);
        Database = new Memory(Persist, Reload(Disk.All()));
    }

    /// <summary>Writes a change to disk, before it is acknowledged.</summary>
    private protected virtual void Persist(Changes changes) => Disk.Write(changes);

    /// <summary>Forgets what was not on disk yet.</summary>
    private protected virtual void Lose()
    {
    }

    /// <summary>Makes of what is on disk what is in memory again.</summary>
    private protected virtual IEnumerable<Execution> Reload(IEnumerable<Execution> stored) => stored;

    /// <summary>Copies of rows, each with a change.</summary>
    private protected static IReadOnlyList<Execution> With(IEnumerable<Execution> rows, Action<Execution> change)
    {
        Execution[] copies = [.. rows.Select(row => row.Copy())];
        Array.ForEach(copies, change);
        return copies;
    }

    private sealed class Memory : Database
    {
        private readonly Lock _power = new();
        private readonly Action<Changes> _persist;
        private bool _isOff;

        public Memory(Action<Changes> persist, IEnumerable<Execution> rows)
        {
            _persist = persist;
            Write(new([.. rows], []));
        }

        public void Crash(Action lose)
        {
            lock (_power)
            {
                _isOff = true;
                lose();
            }
        }

        public override async Task<List<Execution>> LoadAsync(string thingName)
        {
            var rows = await base.LoadAsync(thingName).ConfigureAwait(false);
            lock (_power)
            {
                RequirePower();
                return rows;
            }
        }

        public override async Task SaveAsync(Changes changes)
        {
            await TripAsync().ConfigureAwait(false);
            lock (_power)
            {
                RequirePower();
                _persist(changes);
                Write(changes);
            }
        }

        private void RequirePower()
        {
            if (_isOff)
            {
                throw new TimeoutException("The service crashed before it answered.");
            }
        }
    }
}
