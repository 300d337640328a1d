namespace IotJobs.Faulty;

/// <summary>A mistake that someone who implements the API could ship. What each breaks is in <see cref="ExpectedClauses"/>.</summary>
public enum Fault
{
    /// <summary>No mistake.</summary>
    None,

    /// <summary>The implementer read expectedVersion from the request and never compared it.</summary>
    ExpectedVersionIgnored,

    /// <summary>The error for a version mismatch leaves out the stored state.</summary>
    MismatchWithoutState,

    /// <summary>lastUpdatedAt is stamped as soon as the execution is found, before the version is compared.</summary>
    RefusalStamps,

    /// <summary>The new details are stored as soon as the execution is found, before anything is checked.</summary>
    RefusalWritesDetails,

    /// <summary>An update changes everything but the version.</summary>
    VersionNotRaised,

    /// <summary>An update answers success and stores nothing.</summary>
    UpdateWithoutEffect,

    /// <summary>New details are put into the old map instead of taking its place.</summary>
    DetailsMerged,

    /// <summary>An update without details clears those that are stored.</summary>
    DetailsClearedWhenAbsent,

    /// <summary>An empty map of details is taken for none given.</summary>
    EmptyDetailsIgnored,

    /// <summary>Every update to IN_PROGRESS stamps startedAt again.</summary>
    StartedAtStampedAgain,

    /// <summary>Only a start stamps startedAt; an update to IN_PROGRESS forgets it.</summary>
    StartedAtForgottenByUpdate,

    /// <summary>An update forgets to stamp lastUpdatedAt.</summary>
    LastUpdatedAtForgotten,

    /// <summary>Asking a finished execution for the status it has is taken for a harmless repetition.</summary>
    TerminalRepeatAccepted,

    /// <summary>A finished execution may be put back to IN_PROGRESS.</summary>
    FinishedReopened,

    /// <summary>An execution must have been IN_PROGRESS before it can end.</summary>
    EndOnlyWhenStarted,

    /// <summary>A device may put its execution back to QUEUED.</summary>
    QueuedCanBeRequested,

    /// <summary>The state in the answer to an update was read before the update.</summary>
    StateOfBefore,

    /// <summary>includeJobDocument of an update is ignored.</summary>
    DocumentForgottenByUpdate,

    /// <summary>executionNumber of a request is ignored; the latest execution is taken.</summary>
    ExecutionNumberIgnored,

    /// <summary>Without an execution number the first execution of a job is taken instead of the latest.</summary>
    FirstInsteadOfLatest,

    /// <summary>Describing an execution that is not there answers an empty success.</summary>
    UnknownIsEmpty,

    /// <summary>What is next is the first by job id, not the first in the queue.</summary>
    NextByJobId,

    /// <summary>What is next is the first in the queue, even where a later one was started already.</summary>
    StartedNotFirst,

    /// <summary>Nothing pending is answered as an error.</summary>
    NothingPendingIsError,

    /// <summary>Handing out a started execution again counts as a change.</summary>
    StartAgainRaisesVersion,

    /// <summary>Handing out a started execution again takes over the details of the request.</summary>
    StartAgainReplacesDetails,

    /// <summary>The details of a start are dropped.</summary>
    StartForgetsDetails,

    /// <summary>The answer shows a started execution, but what is stored stays QUEUED.</summary>
    StartNotStored,

    /// <summary>A start does not raise the version.</summary>
    StartKeepsVersion,

    /// <summary>startedAt is set to the time at which the execution was queued.</summary>
    StartedWhenQueued,

    /// <summary>A start does not stamp lastUpdatedAt.</summary>
    StartKeepsLastUpdatedAt,

    /// <summary>The answer to a start has no job document.</summary>
    StartWithoutDocument,

    /// <summary>Whatever is not IN_PROGRESS is listed as queued, also what has ended.</summary>
    PendingListsFinished,

    /// <summary>Both lists of pending executions begin with the newest.</summary>
    PendingNewestFirst,

    /// <summary>Both lists of pending executions are in the order of the job ids.</summary>
    PendingByJobId,

    /// <summary>Describing a finished execution answers it.</summary>
    FinishedDescribed,

    /// <summary>Describing always answers the job document.</summary>
    DocumentAlwaysDescribed,

    /// <summary>Describing $next starts the execution, as StartNextPendingJobExecution does.</summary>
    DescribingNextStarts,

    /// <summary>Executions are looked up by job id alone, so that a thing sees and changes those of others.</summary>
    ThingsShareExecutions,

    /// <summary>Timestamps are in seconds.</summary>
    TimestampsInSeconds,

    /// <summary>The limit of thing names, 128, was taken for that of job ids, which is 64.</summary>
    JobIdLimit128,

    /// <summary>A pattern that ends in $ lets the text of a detail end in a newline.</summary>
    NewlineInDetails,

    /// <summary>The pattern of details is matched by UTF-16 code unit, so that emoji are refused.</summary>
    EmojiRefused,

    /// <summary>A second execution of a job goes on with the version of the first.</summary>
    VersionGoesOn,

    /// <summary>A cancel does not raise the version.</summary>
    CancelKeepsVersion,

    /// <summary>A forced cancel of a started execution is accepted and does nothing.</summary>
    ForceWithoutEffect,

    /// <summary>A cancel without force is accepted and does nothing.</summary>
    CancelWithoutEffect,

    /// <summary>An execution whose thing leaves the targets stays as it is.</summary>
    RemoveWithoutEffect,

    /// <summary>A deleted execution is only marked as removed.</summary>
    DeletedIsRemoved,

    /// <summary>What is next is what was touched last, because the index is on lastUpdatedAt.</summary>
    NextByLastUpdatedAt,

    /// <summary>The update is a statement with a WHERE on thing and job, without the number: it also changes earlier executions of the job.</summary>
    UpdateTouchesEarlier,

    /// <summary>The answer to an update always carries the state.</summary>
    StateAlwaysGiven,

    /// <summary>The state in the answer to an update has no details.</summary>
    StateWithoutDetails,

    /// <summary>The list of pending executions was made for those that are queued, and knows no startedAt.</summary>
    PendingWithoutStartedAt,

    /// <summary>A device works on one execution at a time, so only one is listed as in progress.</summary>
    PendingListsOneStarted,

    /// <summary>The text of a detail must be shorter than 1,024 characters, where it may have as many.</summary>
    DetailsShorterThanAllowed,

    /// <summary>Names of details are folded to lower case, as those of HTTP headers.</summary>
    DetailsKeysFolded,

    /// <summary>startedAt, which was added later, is in seconds.</summary>
    StartedAtInSeconds,

    /// <summary>Describing an execution by its number answers the latest of the job.</summary>
    NumberIgnoredWhenDescribing,

    /// <summary>Every execution of a job has the number 1.</summary>
    NumberAlwaysOne,

    /// <summary>queuedAt is set anew when the execution starts.</summary>
    StartRestampsQueuedAt,

    /// <summary>An expectedVersion of 0, the default of the type, is taken for none.</summary>
    ExpectedVersionZeroIgnored,
}
