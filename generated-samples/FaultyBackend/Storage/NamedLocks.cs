using System.Collections.Concurrent;

namespace IotJobs.Faulty;

/// <summary>A lock for each name, which may be held across awaits.</summary>
internal sealed class NamedLocks
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _locks = new();

    /// <summary>Waits for the lock; disposing of what is returned lets the next one in.</summary>
    public async Task<IDisposable> EnterAsync(string name)
    {
        var gate = _locks.GetOrAdd(name, _ => new(1, 1));
        await gate.WaitAsync().ConfigureAwait(false);
        return new Held(gate);
    }

    private sealed class Held(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
