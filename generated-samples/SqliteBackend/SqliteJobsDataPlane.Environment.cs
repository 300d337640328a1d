namespace IotJobs.Sqlite;

// What the rest of the world does: jobs arrive, are called off and disappear.
public sealed partial class SqliteJobsDataPlane
{
    /// <inheritdoc/>
    public ValueTask CreateJobExecutionAsync(CreateJobExecutionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ChangeAsync(CreateJobExecutionRequestValidator.Validate(request), executions =>
        {
            if (executions.Find(request.ThingName, request.JobId) is { IsPending: true } pending)
            {
                throw new InvalidStateTransitionException($"The thing {request.ThingName} has not finished job {request.JobId} yet; its execution is {pending.Status.ToWireName()}.") { ExecutionState = pending.ToState() };
            }

            executions.Queue(request.ThingName, request.JobId, request.JobDocument, Now());
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask CancelJobExecutionAsync(CancelJobExecutionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ChangeAsync(CancelJobExecutionRequestValidator.Validate(request), executions =>
        {
            var latest = executions.Find(request.ThingName, request.JobId) ?? throw NotFound(request.ThingName, request.JobId);
            if (latest.Status == JobExecutionStatus.InProgress && request.Force != true)
            {
                throw new InvalidStateTransitionException($"The execution of job {request.JobId} is IN_PROGRESS; only force calls it off.") { ExecutionState = latest.ToState() };
            }

            End(executions, latest, JobExecutionStatus.Canceled);
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask RemoveJobExecutionAsync(RemoveJobExecutionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ChangeAsync(RemoveJobExecutionRequestValidator.Validate(request), executions =>
        {
            var latest = executions.Find(request.ThingName, request.JobId) ?? throw NotFound(request.ThingName, request.JobId);
            End(executions, latest, JobExecutionStatus.Removed);
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DeleteJobExecutionAsync(DeleteJobExecutionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ChangeAsync(DeleteJobExecutionRequestValidator.Validate(request), executions =>
            executions.Delete(executions.Find(request.ThingName, request.JobId) ?? throw NotFound(request.ThingName, request.JobId)), cancellationToken);
    }

    private void End(Executions executions, ExecutionRow latest, JobExecutionStatus status)
    {
        UpdateRules.RequirePending(latest, status);
        Move(executions, latest, status, details: null);
    }

    private async ValueTask ChangeAsync(IReadOnlyList<ConstraintViolation> violations, Action<Executions> change, CancellationToken cancellationToken)
    {
        Refuse(violations);
        await _database.WriteAsync(
            executions =>
            {
                change(executions);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }
}
