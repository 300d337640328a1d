namespace IotJobs.Faulty;

/// <summary>The rows that a call wrote, and those that it deleted.</summary>
internal sealed record Changes(IReadOnlyList<Execution> Written, IReadOnlyList<Execution> Deleted)
{
    public bool IsEmpty => Written.Count + Deleted.Count == 0;

    /// <summary>What has to be saved for rows that were loaded to become what they are now.</summary>
    public static Changes Between(IReadOnlyList<Execution> loaded, IReadOnlyList<Execution> now) => new(
        [.. now.Where(row => loaded.FirstOrDefault(row.IsSameAs) is not { } before || before.Version != row.Version)],
        [.. loaded.Where(row => !now.Any(row.IsSameAs))]);
}
