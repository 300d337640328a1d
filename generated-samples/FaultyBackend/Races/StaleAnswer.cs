namespace IotJobs.Faulty.Races;

/// <summary>The state in the answer to an update is read after the lock was released and others were told: it may be that of a later update.</summary>
internal sealed class StaleAnswer : JobsOverDatabase
{
    private protected override async Task<UpdateJobExecutionResponse> UpdateAsync(UpdateJobExecutionRequest request)
    {
        var answer = await base.UpdateAsync(request).ConfigureAwait(false);
        if (request.IncludeJobExecutionState != true)
        {
            return answer;
        }

        await Database.TripAsync().ConfigureAwait(false); // the audit log
        await Database.TripAsync().ConfigureAwait(false); // whoever wants to be told of changes
        var stored = Open(await Database.LoadAsync(request.ThingName).ConfigureAwait(false));
        return answer with { ExecutionState = stored.Find(request.ThingName, request.JobId, request.ExecutionNumber)?.ToState() ?? answer.ExecutionState };
    }
}
