namespace IotJobs.Faulty.Races;

/// <summary>The two lists of pending executions come from two queries: what starts between them is in neither, or in both.</summary>
internal sealed class TornRead : JobsOverDatabase
{
    private protected override async Task<GetPendingJobExecutionsResponse> GetPendingAsync(GetPendingJobExecutionsRequest request)
    {
        var inProgress = await base.GetPendingAsync(request).ConfigureAwait(false);
        var queued = await base.GetPendingAsync(request).ConfigureAwait(false);
        return new() { InProgressJobs = inProgress.InProgressJobs, QueuedJobs = queued.QueuedJobs };
    }
}
