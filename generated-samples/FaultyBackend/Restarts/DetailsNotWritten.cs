namespace IotJobs.Faulty.Restarts;

/// <summary>The table has no column for status details.</summary>
internal sealed class DetailsNotWritten : RestartableJobs
{
    private protected override void Persist(Changes changes) => base.Persist(changes with { Written = [.. changes.Written.Select(WithoutDetails)] });

    private static Execution WithoutDetails(Execution row)
    {
        var stored = row.Copy();
        stored.Details = null;
        return stored;
    }
}
