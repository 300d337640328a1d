namespace IotJobs.Faulty.Restarts;

/// <summary>Nothing is written to disk: a restart begins with nothing.</summary>
internal sealed class EverythingInMemory : RestartableJobs
{
    private protected override void Persist(Changes changes)
    {
    }
}
