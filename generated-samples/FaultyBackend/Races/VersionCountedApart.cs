namespace IotJobs.Faulty.Races;

/// <summary>The next version is worked out before the lock is taken: two updates at once are both stored, under the same version.</summary>
internal sealed class VersionCountedApart : JobsOverDatabase
{
    private protected override async Task<UpdateJobExecutionResponse> UpdateAsync(UpdateJobExecutionRequest request)
    {
        var seen = Open(await Database.LoadAsync(request.ThingName).ConfigureAwait(false));
        var version = seen.Find(request.ThingName, request.JobId, request.ExecutionNumber)?.Version + 1;
        using (await Locks.EnterAsync(request.ThingName).ConfigureAwait(false))
        {
            var session = Open(await Database.LoadAsync(request.ThingName).ConfigureAwait(false));
            var answer = session.Update.Answer(request);
            var changes = session.Changes(request.ThingName);
            foreach (var row in changes.Written)
            {
                row.Version = version ?? row.Version;
            }

            await SaveAsync(changes).ConfigureAwait(false);
            return answer with { ExecutionState = answer.ExecutionState is { } state ? state with { VersionNumber = version ?? state.VersionNumber } : null };
        }
    }
}
