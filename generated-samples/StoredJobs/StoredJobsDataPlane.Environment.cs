namespace IotJobs.Stored;

// What the rest of the world does: jobs arrive, are called off and disappear.
public abstract partial class StoredJobsDataPlane
{
    /// <inheritdoc/>
    public ValueTask CreateJobExecutionAsync(CreateJobExecutionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ChangeAsync(CreateJobExecutionRequestValidator.Validate(request), request.ThingName, async table =>
        {
            if (await table.FindAsync(request.ThingName, request.JobId).ConfigureAwait(false) is { IsPending: true } pending)
            {
                throw new InvalidStateTransitionException($"The thing {request.ThingName} has not finished job {request.JobId} yet; its execution is {pending.Status.ToWireName()}.") { ExecutionState = pending.ToState() };
            }

            await table.QueueAsync(request.ThingName, request.JobId, request.JobDocument, Now()).ConfigureAwait(false);
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask CancelJobExecutionAsync(CancelJobExecutionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ChangeAsync(CancelJobExecutionRequestValidator.Validate(request), request.ThingName, async table =>
        {
            var latest = await FindAsync(table, request.ThingName, request.JobId).ConfigureAwait(false);
            if (latest.Status == JobExecutionStatus.InProgress && request.Force != true)
            {
                throw new InvalidStateTransitionException($"The execution of job {request.JobId} is IN_PROGRESS; only force calls it off.") { ExecutionState = latest.ToState() };
            }

            await EndAsync(table, latest, JobExecutionStatus.Canceled).ConfigureAwait(false);
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask RemoveJobExecutionAsync(RemoveJobExecutionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ChangeAsync(RemoveJobExecutionRequestValidator.Validate(request), request.ThingName, async table =>
        {
            var latest = await FindAsync(table, request.ThingName, request.JobId).ConfigureAwait(false);
            await EndAsync(table, latest, JobExecutionStatus.Removed).ConfigureAwait(false);
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DeleteJobExecutionAsync(DeleteJobExecutionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ChangeAsync(DeleteJobExecutionRequestValidator.Validate(request), request.ThingName, async table =>
            await table.DeleteAsync(await FindAsync(table, request.ThingName, request.JobId).ConfigureAwait(false)).ConfigureAwait(false), cancellationToken);
    }

    private Task<ExecutionRow> EndAsync(ExecutionTable table, ExecutionRow latest, JobExecutionStatus status)
    {
        UpdateRules.RequirePending(latest, status);
        return MoveAsync(table, latest, status, details: null);
    }

    private async ValueTask ChangeAsync(
        IReadOnlyList<ConstraintViolation> violations, string thingName, Func<ExecutionTable, Task> change, CancellationToken cancellationToken)
    {
        Refuse(violations);
        await _store.ChangeAsync(
            thingName,
            async table =>
            {
                await change(table).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }
}
