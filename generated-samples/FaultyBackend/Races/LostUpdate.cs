namespace IotJobs.Faulty.Races;

/// <summary>Read, change, write, without a lock: of two updates at once the second overwrites the first, and both are acknowledged.</summary>
internal sealed class LostUpdate : JobsOverDatabase
{
    private protected override Task<UpdateJobExecutionResponse> UpdateAsync(UpdateJobExecutionRequest request) =>
        LoadAndSaveAsync(request.ThingName, session => session.Update.Answer(request));
}
