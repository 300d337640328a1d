namespace IotJobs.Faulty.Races;

/// <summary>
/// The lock is that of a job, but which job is next depends on all of them: while a start waits for the lock of the one that it
/// chose, another job may have been started, and the thing is handed both.
/// </summary>
internal sealed class LockPerJob : JobsOverDatabase
{
    private protected override async Task<StartNextPendingJobExecutionResponse> StartNextAsync(StartNextPendingJobExecutionRequest request)
    {
        while (true)
        {
            var next = new Session(await Database.LoadAsync(request.ThingName).ConfigureAwait(false)).Next(request.ThingName);
            if (next is not { Status: JobExecutionStatus.Queued })
            {
                return new() { Execution = next?.ToExecution(includeJobDocument: true) };
            }

            var started = await ChangeAsync(request.ThingName, next.JobId, session =>
            {
                var found = session.Find(request.ThingName, next.JobId, next.Number);
                if (found is { Status: JobExecutionStatus.Queued })
                {
                    session.StartNext.Start(found, request.StatusDetails);
                    return found.ToExecution(includeJobDocument: true);
                }

                return null; // somebody was faster; look again
            }).ConfigureAwait(false);
            if (started is not null)
            {
                return new() { Execution = started };
            }
        }
    }

    private protected override async Task<T> ChangeAsync<T>(string thingName, string? jobId, Func<Session, T> work)
    {
        // Several processes share the locks, so they are kept on another machine: asking for one is a trip, being given it another.
        await Database.TripAsync().ConfigureAwait(false);
        await Database.TripAsync().ConfigureAwait(false);
        using (await Locks.EnterAsync($"{jobId} of {thingName}").ConfigureAwait(false))
        {
            return await LoadAndSaveAsync(thingName, work).ConfigureAwait(false);
        }
    }
}
