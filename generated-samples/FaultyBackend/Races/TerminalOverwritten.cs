namespace IotJobs.Faulty.Races;

/// <summary>Check, then act: that the execution has not ended is checked before the lock is taken. A late update overwrites the end.</summary>
internal sealed class TerminalOverwritten : JobsOverDatabase
{
    private protected override async Task<UpdateJobExecutionResponse> UpdateAsync(UpdateJobExecutionRequest request)
    {
        var early = Open(await Database.LoadAsync(request.ThingName).ConfigureAwait(false));
        early.Update.Answer(request with { ExpectedVersion = null }); // on a copy, for the check of the lifecycle
        return await ChangeAsync(request.ThingName, request.JobId, session =>
        {
            if (session.Find(request.ThingName, request.JobId, request.ExecutionNumber) is { IsPending: false } ended)
            {
                ended.Status = JobExecutionStatus.InProgress; // it was pending a moment ago
            }

            return session.Update.Answer(request);
        }).ConfigureAwait(false);
    }
}
