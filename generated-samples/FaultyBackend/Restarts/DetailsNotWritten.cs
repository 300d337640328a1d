namespace IotJobs.Faulty.Restarts;

/// <summary>The table has no column for status details.</summary>
internal sealed class DetailsNotWritten : RestartableJobs
{
    private protected override void Persist(Changes changes) =>
        base.Persist(changes with { Written = With(changes.Written, row => row.Details = null) });
}
