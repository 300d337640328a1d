namespace IotJobs.Faulty.Races;

/// <summary>The write is begun under the lock and awaited after it: the next one in loads what is not yet overwritten.</summary>
internal sealed class LockReleasedEarly : JobsOverDatabase
{
    private protected override async Task<T> ChangeAsync<T>(string thingName, string? jobId, Func<Session, T> work)
    {
        T answer;
        Task saving;
        using (await Locks.EnterAsync(thingName).ConfigureAwait(false))
        {
            var session = Open(await Database.LoadAsync(thingName).ConfigureAwait(false));
            answer = work(session);
            saving = SaveAsync(session.Changes(thingName));
        }

        await saving.ConfigureAwait(false);
        return answer;
    }
}
