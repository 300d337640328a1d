namespace IotJobs.Faulty.Restarts;

/// <summary>A deleted execution is taken out of memory only: after a restart it is back.</summary>
internal sealed class DeletesNotWritten : RestartableJobs
{
    private protected override void Persist(Changes changes) => base.Persist(changes with { Deleted = [] });
}
