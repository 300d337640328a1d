using IotJobs.Faulty.Races;
using IotJobs.Faulty.Restarts;

namespace IotJobs.Faulty;

/// <summary>A backend with a mistake that one call after the other does not show.</summary>
/// <param name="Name">What the mistake is called, which is the name of the class that makes it.</param>
/// <param name="Clause">The clause that it violates.</param>
/// <param name="Make">Makes the backend.</param>
/// <typeparam name="TJobs">What kind of backend it is.</typeparam>
public sealed record Exhibit<TJobs>(string Name, string Clause, Func<TJobs> Make)
    where TJobs : JobsOverDatabase
{
    /// <summary>The clause that the mistake may be found to violate instead, where that depends on who meets whom; null: there is none.</summary>
    public string? OrElse { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>Mistakes that take several callers, or a crash, to be seen. Those that any caller can see are in <see cref="Fault"/>.</summary>
public static class Gallery
{
    // Calls on one thing take effect one after the other.
    private const string Atomicity = "thing.atomicity";

    // An answer shows everything that was acknowledged before it was asked for.
    private const string Reads = "thing.reads";

    // What was acknowledged survives a crash.
    private const string Durability = "thing.durability";

    /// <summary>Mistakes with several callers at once.</summary>
    public static IReadOnlyList<Exhibit<JobsOverDatabase>> Races { get; } =
    [
        new(nameof(LostUpdate), Atomicity, () => new LostUpdate()),
        new(nameof(VersionCheckedOutsideTheLock), Atomicity, () => new VersionCheckedOutsideTheLock()),
        new(nameof(VersionCountedApart), Atomicity, () => new VersionCountedApart()),
        new(nameof(DoubleStart), Atomicity, () => new DoubleStart()),

        // What of it is seen in the end, if the cancel is written last, is right; then only who looks meanwhile can tell.
        new(nameof(OperatorsOwnLock), Atomicity, () => new OperatorsOwnLock()) { OrElse = Reads },
        new(nameof(TerminalOverwritten), Atomicity, () => new TerminalOverwritten()),
        new(nameof(LockReleasedEarly), Atomicity, () => new LockReleasedEarly()),
        new(nameof(UpdateSentTwice), Atomicity, () => new UpdateSentTwice()),
        new(nameof(StaleAnswer), Atomicity, () => new StaleAnswer()),
        new(nameof(AnswerFromBefore), Atomicity, () => new AnswerFromBefore()),

        // Every change is made in order here; only readers see what lags behind, is half done or never was.
        new(nameof(TornRead), Reads, () => new TornRead()),
        new(nameof(TornWrite), Reads, () => new TornWrite()),
        new(nameof(ReadUncommitted), Reads, () => new ReadUncommitted()),
        new(nameof(StaleCache), Reads, () => new StaleCache()),
        new(nameof(LaggingReplica), Reads, () => new LaggingReplica()),
    ];

    /// <summary>Mistakes that a crash brings to light. What was acknowledged before it is not, or not as it was, there after it.</summary>
    public static IReadOnlyList<Exhibit<RestartableJobs>> Restarts { get; } =
    [
        new(nameof(EverythingInMemory), Durability, () => new EverythingInMemory()),
        new(nameof(WriteBehind), Durability, () => new WriteBehind()),
        new(nameof(LastWriteBuffered), Durability, () => new LastWriteBuffered()),
        new(nameof(DeletesNotWritten), Durability, () => new DeletesNotWritten()),
        new(nameof(DetailsNotWritten), Durability, () => new DetailsNotWritten()),
        new(nameof(StartedAtNotWritten), Durability, () => new StartedAtNotWritten()),
        new(nameof(VersionsBeginAgain), Durability, () => new VersionsBeginAgain()),
        new(nameof(StampedOnLoading), Durability, () => new StampedOnLoading()),
        new(nameof(EndedNotLoaded), Durability, () => new EndedNotLoaded()),
        new(nameof(StartedQueuedAgain), Durability, () => new StartedQueuedAgain()),
        new(nameof(LoadedInOrderOfJobs), Durability, () => new LoadedInOrderOfJobs()),
    ];
}
