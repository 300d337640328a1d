namespace IotJobs.Stored;

/// <summary>
/// The jobs data plane over a database: the rules, which are the same whatever the database. Safe for use by many threads, and
/// by several processes on the same database, because it keeps nothing in memory between calls.
/// </summary>
public abstract partial class StoredJobsDataPlane : IJobsDataPlane, IJobsDataPlaneEnvironment, IAsyncDisposable
{
    private readonly IExecutionStore _store;
    private readonly TimeProvider _timeProvider;

    /// <summary>Takes over a database.</summary>
    /// <param name="store">The database, which is closed with this object.</param>
    /// <param name="timeProvider">The clock; null for that of the system.</param>
    protected StoredJobsDataPlane(IExecutionStore store, TimeProvider? timeProvider)
    {
        _store = store;
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public async ValueTask<StartNextPendingJobExecutionResponse> StartNextPendingJobExecutionAsync(
        StartNextPendingJobExecutionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Refuse(StartNextPendingJobExecutionRequestValidator.Validate(request));
        var execution = await _store.ChangeAsync(
            request.ThingName,
            async table =>
            {
                var next = await table.NextAsync(request.ThingName).ConfigureAwait(false);
                return next is { Status: JobExecutionStatus.Queued }
                    ? await MoveAsync(table, next, JobExecutionStatus.InProgress, request.StatusDetails).ConfigureAwait(false)
                    : next;
            },
            cancellationToken).ConfigureAwait(false);
        return new() { Execution = execution?.ToExecution(includeJobDocument: true) };
    }

    /// <inheritdoc/>
    public async ValueTask<GetPendingJobExecutionsResponse> GetPendingJobExecutionsAsync(
        GetPendingJobExecutionsRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Refuse(GetPendingJobExecutionsRequestValidator.Validate(request));

        // One query for both lists: an execution that starts between two queries would be in both, or in neither.
        var pending = await _store.ReadAsync(table => table.PendingAsync(request.ThingName), cancellationToken).ConfigureAwait(false);
        return new()
        {
            InProgressJobs = [.. pending.Where(e => e.Status == JobExecutionStatus.InProgress).Select(e => e.ToSummary())],
            QueuedJobs = [.. pending.Where(e => e.Status == JobExecutionStatus.Queued).Select(e => e.ToSummary())],
        };
    }

    /// <inheritdoc/>
    public async ValueTask<UpdateJobExecutionResponse> UpdateJobExecutionAsync(
        UpdateJobExecutionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Refuse(UpdateJobExecutionRequestValidator.Validate(request));
        UpdateRules.RequireRequestable(request.Status);
        var updated = await _store.ChangeAsync(
            request.ThingName,
            async table =>
            {
                var found = await FindAsync(table, request.ThingName, request.JobId, request.ExecutionNumber).ConfigureAwait(false);
                UpdateRules.RequireVersion(found, request.ExpectedVersion);
                UpdateRules.RequirePending(found, request.Status);
                return await MoveAsync(table, found, request.Status, request.StatusDetails).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return new()
        {
            ExecutionState = request.IncludeJobExecutionState == true ? updated.ToState() : null,
            JobDocument = request.IncludeJobDocument == true ? updated.JobDocument : null,
        };
    }

    /// <inheritdoc/>
    public async ValueTask<DescribeJobExecutionResponse> DescribeJobExecutionAsync(
        DescribeJobExecutionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Refuse(DescribeJobExecutionRequestValidator.Validate(request));
        var execution = await _store.ReadAsync(
            async table => request.JobId == "$next"
                ? await table.NextAsync(request.ThingName).ConfigureAwait(false)
                : await FindAsync(table, request.ThingName, request.JobId, request.ExecutionNumber).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        return execution is { IsPending: false }
            ? throw new TerminalStateException($"The execution of job {execution.JobId} is {execution.Status.ToWireName()}; only one that is QUEUED or IN_PROGRESS can be described.")
            : new() { Execution = execution?.ToExecution(request.IncludeJobDocument == true) };
    }

    /// <summary>Closes the database.</summary>
    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Moves an execution on: the stamps and the version follow from the move.</summary>
    /// <param name="table">The table.</param>
    /// <param name="found">The execution as it is.</param>
    /// <param name="status">Its new status.</param>
    /// <param name="details">Its new details as a whole; null leaves them as they are.</param>
    private async Task<ExecutionRow> MoveAsync(ExecutionTable table, ExecutionRow found, JobExecutionStatus status, ValueMap<string>? details)
    {
        // Taken inside the transaction, so that stamps are in the order of the changes; a clock that is put back must not undo it.
        var now = Math.Max(Now(), found.LastUpdatedAt);
        var moved = found with
        {
            Status = status,
            StatusDetails = details ?? found.StatusDetails,
            StartedAt = status == JobExecutionStatus.InProgress ? found.StartedAt ?? now : found.StartedAt,
            LastUpdatedAt = now,
            VersionNumber = found.VersionNumber + 1,
        };
        await table.SaveAsync(moved).ConfigureAwait(false);
        return moved;
    }

    private static async Task<ExecutionRow> FindAsync(ExecutionTable table, string thingName, string jobId, long? executionNumber = null) =>
        await table.FindAsync(thingName, jobId, executionNumber).ConfigureAwait(false)
        ?? throw new ResourceNotFoundException($"The thing {thingName} has no execution{(executionNumber is { } number ? $" number {number}" : "")} of job {jobId}.");

    private long Now() => _timeProvider.GetUtcNow().ToUnixTimeMilliseconds();

    private static void Refuse(IReadOnlyList<ConstraintViolation> violations)
    {
        if (violations.Count > 0)
        {
            throw new InvalidRequestException(violations);
        }
    }
}
