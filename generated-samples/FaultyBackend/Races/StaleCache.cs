using System.Collections.Concurrent;

namespace IotJobs.Faulty.Races;

/// <summary>
/// Readers have a cache, of which a writer takes out the thing that it changed. But a reader that loaded before the write may put
/// what it loaded back in after it, and then everybody reads the past until the entry expires.
/// </summary>
internal sealed class StaleCache : JobsOverDatabase
{
    private static readonly TimeSpan TimeToLive = TimeSpan.FromMilliseconds(200);
    private readonly ConcurrentDictionary<string, (List<Execution> Rows, long Since)> _cache = new();

    private protected override async Task<List<Execution>> LoadToReadAsync(string thingName)
    {
        if (_cache.TryGetValue(thingName, out var entry) && TimeProvider.System.GetElapsedTime(entry.Since) < TimeToLive)
        {
            return [.. entry.Rows.Select(row => row.Copy())];
        }

        var rows = await base.LoadToReadAsync(thingName).ConfigureAwait(false);
        await Database.TripAsync().ConfigureAwait(false); // the cache, too, is on another machine
        _cache[thingName] = (rows, TimeProvider.System.GetTimestamp());
        return [.. rows.Select(row => row.Copy())];
    }

    private protected override async Task<T> ChangeAsync<T>(string thingName, string? jobId, Func<Session, T> work)
    {
        var answer = await base.ChangeAsync(thingName, jobId, work).ConfigureAwait(false);
        _cache.TryRemove(thingName, out _);
        return answer;
    }
}
