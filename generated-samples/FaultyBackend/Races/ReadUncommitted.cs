namespace IotJobs.Faulty.Races;

/// <summary>An update is written before its expectedVersion is compared, and taken back where that fails: readers see what never was.</summary>
internal sealed class ReadUncommitted : JobsOverDatabase
{
    private protected override async Task<UpdateJobExecutionResponse> UpdateAsync(UpdateJobExecutionRequest request)
    {
        using (await Locks.EnterAsync(request.ThingName).ConfigureAwait(false))
        {
            var before = await Database.LoadAsync(request.ThingName).ConfigureAwait(false);
            var session = Open(before);
            var original = session.Find(request.ThingName, request.JobId, request.ExecutionNumber)?.Copy();
            var answer = session.Update.Answer(request with { ExpectedVersion = null });
            await SaveAsync(session.Changes(request.ThingName)).ConfigureAwait(false);
            if (request.ExpectedVersion is { } expected && original is not null && expected != original.Version)
            {
                await SaveAsync(new([original], [])).ConfigureAwait(false);
                throw new VersionMismatchException($"Expected version {expected} but found version {original.Version}.") { ExecutionState = original.ToState() };
            }

            return answer;
        }
    }
}
