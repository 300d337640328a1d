namespace IotJobs.Faulty.Restarts;

/// <summary>The statement that updates a row leaves out startedAt: after a restart an execution in progress was never started.</summary>
internal sealed class StartedAtNotWritten : RestartableJobs
{
    private protected override void Persist(Changes changes) =>
        base.Persist(changes with { Written = With(changes.Written, row => row.StartedAt = null) });
}
