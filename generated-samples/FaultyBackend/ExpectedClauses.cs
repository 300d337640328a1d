namespace IotJobs.Faulty;

/// <summary>Which clauses of the spec each mistake violates: no more, and no fewer, must be reported.</summary>
public static class ExpectedClauses
{
    /// <summary>The ids of the violated clauses by mistake.</summary>
    public static IReadOnlyDictionary<Fault, IReadOnlyList<string>> Of { get; } = new Dictionary<Fault, IReadOnlyList<string>>
    {
        [Fault.None] = [],
        [Fault.ExpectedVersionIgnored] = ["update.version-mismatch"],
        [Fault.MismatchWithoutState] = ["update.version-mismatch"],
        [Fault.RefusalStamps] = ["update.version-mismatch"],
        [Fault.RefusalWritesDetails] = ["update.version-mismatch", "update.terminal"],
        [Fault.VersionNotRaised] = ["update.version"],

        // What should have changed first is named: the status, else the details, else, where an update repeats both, the version.
        [Fault.UpdateWithoutEffect] = ["update.status", "update.details-cleared", "update.details-replaced", "update.version"],
        [Fault.DetailsMerged] = ["update.details-replaced"],
        [Fault.DetailsClearedWhenAbsent] = ["update.details-kept"],
        [Fault.EmptyDetailsIgnored] = ["update.details-cleared"],
        [Fault.StartedAtStampedAgain] = ["update.started-at-kept"],
        [Fault.StartedAtForgottenByUpdate] = ["update.started-at"],
        [Fault.LastUpdatedAtForgotten] = ["update.last-updated-at"],
        [Fault.TerminalRepeatAccepted] = ["update.terminal"],
        [Fault.FinishedReopened] = ["update.terminal"],
        [Fault.EndOnlyWhenStarted] = ["update.status"],
        [Fault.QueuedCanBeRequested] = ["update.requestable-status"],
        [Fault.StateOfBefore] = ["update.state-on-request"],
        [Fault.DocumentForgottenByUpdate] = ["update.document-on-request"],
        [Fault.ExecutionNumberIgnored] = ["execution.latest"],
        [Fault.FirstInsteadOfLatest] = ["execution.latest"],
        [Fault.UnknownIsEmpty] = ["execution.unknown"],
        [Fault.NextByJobId] = ["next.order"],
        [Fault.StartedNotFirst] = ["next.order"],
        [Fault.NothingPendingIsError] = ["next.nothing-pending"],
        [Fault.StartAgainRaisesVersion] = ["start-next.again"],
        [Fault.StartAgainReplacesDetails] = ["start-next.again"],
        [Fault.StartForgetsDetails] = ["start-next.details-set"],
        [Fault.StartNotStored] = ["start-next.starts"],
        [Fault.StartKeepsVersion] = ["start-next.version"],
        [Fault.StartedWhenQueued] = ["start-next.started-at"],
        [Fault.StartKeepsLastUpdatedAt] = ["start-next.last-updated-at"],
        [Fault.StartWithoutDocument] = ["start-next.answer"],
        [Fault.PendingListsFinished] = ["get-pending.queued"],
        [Fault.PendingNewestFirst] = ["get-pending.in-progress", "get-pending.queued"],
        [Fault.PendingByJobId] = ["get-pending.in-progress", "get-pending.queued"],
        [Fault.FinishedDescribed] = ["describe.terminal"],
        [Fault.DocumentAlwaysDescribed] = ["describe.document-on-request"],
        [Fault.DescribingNextStarts] = ["describe.answer"],
        [Fault.ThingsShareExecutions] = ["thing.isolation"],
        [Fault.TimestampsInSeconds] = ["execution.queued"],
        [Fault.JobIdLimit128] = ["JobId.length"],
        [Fault.NewlineInDetails] = ["DetailsValue.pattern"],
        [Fault.EmojiRefused] = ["DetailsValue.pattern"],
        [Fault.VersionGoesOn] = ["execution.queued"],
        [Fault.CancelKeepsVersion] = ["service-change.version"],
        [Fault.ForceWithoutEffect] = ["cancel.force"],
        [Fault.CancelWithoutEffect] = ["cancel.queued"],
        [Fault.RemoveWithoutEffect] = ["remove.removed"],
        [Fault.DeletedIsRemoved] = ["delete.gone"],
        [Fault.NextByLastUpdatedAt] = ["next.order"],

        // An ended execution that is put back to IN_PROGRESS by an update of another shows first where it is listed.
        [Fault.UpdateTouchesEarlier] = ["get-pending.in-progress"],
        [Fault.StateAlwaysGiven] = ["update.state-on-request"],
        [Fault.StateWithoutDetails] = ["update.state-on-request"],
        [Fault.PendingWithoutStartedAt] = ["get-pending.answer"],
        [Fault.PendingListsOneStarted] = ["get-pending.in-progress"],
        [Fault.DetailsShorterThanAllowed] = ["DetailsValue.length"],
        [Fault.StartedAtInSeconds] = ["start-next.started-at", "update.started-at"],
        [Fault.NumberIgnoredWhenDescribing] = ["execution.latest"],
        [Fault.NumberAlwaysOne] = ["execution.queued"],
        [Fault.StartRestampsQueuedAt] = ["start-next.answer"],

        [Fault.DetailsKeysFolded] = ["update.details-replaced"],
        [Fault.ExpectedVersionZeroIgnored] = ["update.version-mismatch"],
    };
}
