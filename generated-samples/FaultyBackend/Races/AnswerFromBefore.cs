namespace IotJobs.Faulty.Races;

/// <summary>The answer to an update is put together from what was loaded before the lock: the update is stored right, and told wrong.</summary>
internal sealed class AnswerFromBefore : JobsOverDatabase
{
    private protected override async Task<UpdateJobExecutionResponse> UpdateAsync(UpdateJobExecutionRequest request)
    {
        var early = Open(await Database.LoadAsync(request.ThingName).ConfigureAwait(false));
        var answer = early.Update.Answer(request);
        await base.UpdateAsync(request).ConfigureAwait(false);
        return answer;
    }
}
