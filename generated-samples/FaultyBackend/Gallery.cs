using IotJobs.Faulty.Races;
using IotJobs.Faulty.Restarts;

namespace IotJobs.Faulty;

/// <summary>A backend with a mistake that one call after the other does not show.</summary>
/// <param name="Name">What the mistake is called, which is the name of the class that makes it.</param>
/// <param name="Clause">The clause that it violates.</param>
/// <param name="Make">Makes the backend, which stamps times by the clock that is given.</param>
/// <typeparam name="TJobs">What kind of backend it is.</typeparam>
public sealed record Exhibit<TJobs>(string Name, string Clause, Func<TimeProvider, TJobs> Make)
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
        new(nameof(LostUpdate), Atomicity, clock => new LostUpdate { Clock = clock }),
        new(nameof(VersionCheckedOutsideTheLock), Atomicity, clock => new VersionCheckedOutsideTheLock { Clock = clock }),
        new(nameof(VersionCountedApart), Atomicity, clock => new VersionCountedApart { Clock = clock }),
        new(nameof(DoubleStart), Atomicity, clock => new DoubleStart { Clock = clock }),

        // What of it is seen in the end, if the cancel is written last, is right; then only who looks meanwhile can tell.
        new(nameof(OperatorsOwnLock), Atomicity, clock => new OperatorsOwnLock { Clock = clock }) { OrElse = Reads },
        new(nameof(TerminalOverwritten), Atomicity, clock => new TerminalOverwritten { Clock = clock }),
        new(nameof(LockReleasedEarly), Atomicity, clock => new LockReleasedEarly { Clock = clock }),
        new(nameof(UpdateSentTwice), Atomicity, clock => new UpdateSentTwice { Clock = clock }),
        new(nameof(StaleAnswer), Atomicity, clock => new StaleAnswer { Clock = clock }),
        new(nameof(AnswerFromBefore), Atomicity, clock => new AnswerFromBefore { Clock = clock }),

        // Every change is made in order here; only readers see what lags behind, is half done or never was.
        new(nameof(TornRead), Reads, clock => new TornRead { Clock = clock }),
        new(nameof(TornWrite), Reads, clock => new TornWrite { Clock = clock }),
        new(nameof(ReadUncommitted), Reads, clock => new ReadUncommitted { Clock = clock }),
        new(nameof(StaleCache), Reads, clock => new StaleCache { Clock = clock }),
        new(nameof(LaggingReplica), Reads, clock => new LaggingReplica { Clock = clock }),
    ];

    /// <summary>Mistakes that a crash brings to light. What was acknowledged before it is not, or not as it was, there after it.</summary>
    public static IReadOnlyList<Exhibit<RestartableJobs>> Restarts { get; } =
    [
        new(nameof(EverythingInMemory), Durability, clock => new EverythingInMemory { Clock = clock }),
        new(nameof(WriteBehind), Durability, clock => new WriteBehind { Clock = clock }),
        new(nameof(LastWriteBuffered), Durability, clock => new LastWriteBuffered { Clock = clock }),
        new(nameof(DeletesNotWritten), Durability, clock => new DeletesNotWritten { Clock = clock }),
        new(nameof(DetailsNotWritten), Durability, clock => new DetailsNotWritten { Clock = clock }),
        new(nameof(StartedAtNotWritten), Durability, clock => new StartedAtNotWritten { Clock = clock }),
        new(nameof(VersionsBeginAgain), Durability, clock => new VersionsBeginAgain { Clock = clock }),
        new(nameof(StampedOnLoading), Durability, clock => new StampedOnLoading { Clock = clock }),
        new(nameof(EndedNotLoaded), Durability, clock => new EndedNotLoaded { Clock = clock }),
        new(nameof(StartedQueuedAgain), Durability, clock => new StartedQueuedAgain { Clock = clock }),
        new(nameof(LoadedInOrderOfJobs), Durability, clock => new LoadedInOrderOfJobs { Clock = clock }),
    ];
}
