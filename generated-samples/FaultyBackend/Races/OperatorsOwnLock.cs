namespace IotJobs.Faulty.Races;

/// <summary>Operators have a lock of their own, so as not to wait for devices: a start and a cancel at once overwrite each other, and a cancelled execution is handed out.</summary>
internal sealed class OperatorsOwnLock : JobsOverDatabase
{
    private protected override async Task CancelAsync(CancelJobExecutionRequest request)
    {
        using (await Locks.EnterAsync("operators of " + request.ThingName).ConfigureAwait(false))
        {
            await LoadAndSaveAsync(request.ThingName, session =>
            {
                session.World.Cancel(request);
                return true;
            }).ConfigureAwait(false);
        }
    }
}
