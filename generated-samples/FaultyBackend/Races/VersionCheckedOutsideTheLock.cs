namespace IotJobs.Faulty.Races;

/// <summary>expectedVersion is compared before the lock is taken, to refuse early, and not again under it: two writers with the same expectation both win.</summary>
internal sealed class VersionCheckedOutsideTheLock : JobsOverDatabase
{
    private protected override async Task<UpdateJobExecutionResponse> UpdateAsync(UpdateJobExecutionRequest request)
    {
        if (request.ExpectedVersion is not null)
        {
            var early = Open(await Database.LoadAsync(request.ThingName).ConfigureAwait(false));
            early.Update.Answer(request); // on a copy, for its refusals
        }

        return await base.UpdateAsync(request with { ExpectedVersion = null }).ConfigureAwait(false);
    }
}
