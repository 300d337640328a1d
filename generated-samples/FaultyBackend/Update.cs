namespace IotJobs.Faulty;

/// <summary>UpdateJobExecution.</summary>
internal sealed class Update(Fault fault, Store store)
{
    public UpdateJobExecutionResponse Answer(UpdateJobExecutionRequest request)
    {
        RequireRequestable(request.Status);
        var execution = store.Find(request.ThingName, request.JobId, request.ExecutionNumber)
            ?? throw Store.NotFound(request.ThingName, request.JobId);
        if (fault == Fault.RefusalStamps)
        {
            execution.LastUpdatedAt = store.Now;
        }

        if (fault == Fault.RefusalWritesDetails)
        {
            execution.Details = request.StatusDetails ?? execution.Details;
        }

        RequireVersion(execution, request.ExpectedVersion);
        RequirePending(execution, request.Status);
        var before = execution.ToState();
        if (fault != Fault.UpdateWithoutEffect)
        {
            Write(execution, request);
        }

        if (fault == Fault.UpdateTouchesEarlier)
        {
            foreach (var earlier in store.Of(request.ThingName, request.JobId).Where(e => e != execution))
            {
                Write(earlier, request);
            }
        }

        var includeDocument = request.IncludeJobDocument == true && fault != Fault.DocumentForgottenByUpdate;
        return new()
        {
            ExecutionState = request.IncludeJobExecutionState == true || fault == Fault.StateAlwaysGiven ? Told(before, execution.ToState()) : null,
            JobDocument = includeDocument ? execution.JobDocument : null,
        };
    }

    private JobExecutionState Told(JobExecutionState before, JobExecutionState after) => fault switch
    {
        Fault.StateOfBefore => before,
        Fault.StateWithoutDetails => after with { StatusDetails = null },
        _ => after,
    };

    private void RequireRequestable(JobExecutionStatus status)
    {
        if (status is JobExecutionStatus.Removed or JobExecutionStatus.Canceled
            || (status == JobExecutionStatus.Queued && fault != Fault.QueuedCanBeRequested))
        {
            throw new InvalidRequestException($"A device cannot ask for the status {status.ToWireName()}.");
        }
    }

    private void RequireVersion(Execution execution, long? expected)
    {
        var isIgnored = fault == Fault.ExpectedVersionIgnored || (fault == Fault.ExpectedVersionZeroIgnored && expected == 0);
        if (expected is not null && expected != execution.Version && !isIgnored)
        {
            throw new VersionMismatchException($"Expected version {expected} but found version {execution.Version}.")
            {
                ExecutionState = fault == Fault.MismatchWithoutState ? null : execution.ToState(),
            };
        }
    }

    private void RequirePending(Execution execution, JobExecutionStatus requested)
    {
        var isAllowed = execution.Status switch
        {
            JobExecutionStatus.Queued => fault != Fault.EndOnlyWhenStarted || requested == JobExecutionStatus.InProgress,
            JobExecutionStatus.InProgress => true,
            var ended => (fault == Fault.TerminalRepeatAccepted && requested == ended)
                || (fault == Fault.FinishedReopened && requested == JobExecutionStatus.InProgress),
        };
        if (!isAllowed)
        {
            throw new InvalidStateTransitionException($"The execution is {execution.Status.ToWireName()} and cannot become {requested.ToWireName()}.")
            {
                ExecutionState = execution.ToState(),
            };
        }
    }

    private void Write(Execution execution, UpdateJobExecutionRequest request)
    {
        var now = store.Now;
        execution.Status = request.Status;
        execution.Details = NewDetails(execution.Details, request.StatusDetails);
        execution.Version += fault == Fault.VersionNotRaised ? 0 : 1;
        execution.LastUpdatedAt = fault == Fault.LastUpdatedAtForgotten ? execution.LastUpdatedAt : now;
        if (request.Status == JobExecutionStatus.InProgress && fault != Fault.StartedAtForgottenByUpdate)
        {
            var started = fault == Fault.StartedAtInSeconds ? now / 1000 : now;
            execution.StartedAt = fault == Fault.StartedAtStampedAgain ? now : execution.StartedAt ?? started;
        }
    }

    private ValueMap<string>? NewDetails(ValueMap<string>? old, ValueMap<string>? given) => given switch
    {
        not null when fault == Fault.DetailsKeysFolded => new(given.DistinctBy(d => d.Key.ToLowerInvariant()).Select(d => KeyValuePair.Create(d.Key.ToLowerInvariant(), d.Value))),
        null => fault == Fault.DetailsClearedWhenAbsent ? null : old,
        { Count: 0 } when fault == Fault.EmptyDetailsIgnored => old,
        { Count: > 0 } when fault == Fault.DetailsMerged && old is not null =>
            new(old.Where(d => !given.ContainsKey(d.Key)).Concat(given)),
        _ => given,
    };
}
