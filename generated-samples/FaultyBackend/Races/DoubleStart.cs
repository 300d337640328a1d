namespace IotJobs.Faulty.Races;

/// <summary>What is next is looked up before the lock is taken, and started under it without another look: two starters both move it.</summary>
internal sealed class DoubleStart : JobsOverDatabase
{
    private protected override async Task<StartNextPendingJobExecutionResponse> StartNextAsync(StartNextPendingJobExecutionRequest request)
    {
        var next = Open(await Database.LoadAsync(request.ThingName).ConfigureAwait(false)).Next(request.ThingName);
        if (next is not { Status: JobExecutionStatus.Queued })
        {
            return new() { Execution = next?.ToExecution(includeJobDocument: true) };
        }

        return await ChangeAsync(request.ThingName, next.JobId, session =>
        {
            var found = session.Find(request.ThingName, next.JobId, next.Number) ?? throw Store.NotFound(request.ThingName, next.JobId);
            session.StartNext.Start(found, request.StatusDetails);
            return new StartNextPendingJobExecutionResponse { Execution = found.ToExecution(includeJobDocument: true) };
        }).ConfigureAwait(false);
    }
}
