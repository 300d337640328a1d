namespace IotJobs.Faulty;

/// <summary>
/// Stands for a database on the other side of a network: loading and saving take a while, in which other calls go on. A row is
/// loaded and saved as a whole, and what is loaded is a copy.
/// </summary>
internal class Database
{
    private readonly Lock _lock = new();
    private readonly List<Execution> _rows = [];
    private int _travellers;

    /// <summary>The executions of a thing, in the order in which they were queued, as they are at one moment.</summary>
    public virtual async Task<List<Execution>> LoadAsync(string thingName)
    {
        await TripAsync().ConfigureAwait(false);
        return Peek(thingName);
    }

    /// <summary>Writes what a call changed of a thing, all at one moment.</summary>
    public virtual async Task SaveAsync(Changes changes)
    {
        await TripAsync().ConfigureAwait(false);
        Write(changes);
    }

    /// <summary>
    /// The way to the database and back: short for a single caller, and one millisecond or two where there are several. Were it as
    /// long for all, they would go in step, as no two machines do.
    /// </summary>
    public async Task TripAsync()
    {
        var isBusy = Interlocked.Increment(ref _travellers) > 1;
        if (isBusy)
        {
            await Task.Delay(Random.Shared.Next(1, 3)).ConfigureAwait(false);
        }
        else
        {
            await Task.Yield();
        }

        Interlocked.Decrement(ref _travellers);
    }

    /// <summary>What is stored of a thing, without the way there.</summary>
    public List<Execution> Peek(string thingName)
    {
        lock (_lock)
        {
            return [.. _rows.Where(row => row.ThingName == thingName).Select(row => row.Copy())];
        }
    }

    /// <summary>Everything that is stored, in the order in which it was queued.</summary>
    public List<Execution> All()
    {
        lock (_lock)
        {
            return [.. _rows.Select(row => row.Copy())];
        }
    }

    /// <summary>Writes without the way there.</summary>
    public void Write(Changes changes)
    {
        lock (_lock)
        {
            foreach (var row in changes.Written)
            {
                var index = _rows.FindIndex(row.IsSameAs);
                if (index < 0)
                {
                    _rows.Add(row.Copy());
                }
                else
                {
                    _rows[index] = row.Copy();
                }
            }

            _rows.RemoveAll(row => changes.Deleted.Any(row.IsSameAs));
        }
    }
}
