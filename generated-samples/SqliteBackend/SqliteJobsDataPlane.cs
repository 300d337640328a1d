namespace IotJobs.Sqlite;

/// <summary>
/// The jobs data plane over a SQLite file. Safe for use by many threads, and by several processes on the same file.
/// </summary>
public sealed partial class SqliteJobsDataPlane : IJobsDataPlane, IJobsDataPlaneEnvironment, IAsyncDisposable
{
    private readonly Database _database;
    private readonly TimeProvider _timeProvider;

    /// <summary>Opens the file, which is created if it is not there.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="timeProvider">The clock; null for that of the system.</param>
    public SqliteJobsDataPlane(string path, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _timeProvider = timeProvider ?? TimeProvider.System;
        _database = new Database(path);
    }

    /// <inheritdoc/>
    public async ValueTask<StartNextPendingJobExecutionResponse> StartNextPendingJobExecutionAsync(
        StartNextPendingJobExecutionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Refuse(StartNextPendingJobExecutionRequestValidator.Validate(request));
        var next = await _database.WriteAsync(
            executions =>
            {
                var next = executions.Next(request.ThingName);
                return next is { Status: JobExecutionStatus.Queued } ? Move(executions, next, JobExecutionStatus.InProgress, request.StatusDetails) : next;
            },
            cancellationToken).ConfigureAwait(false);
        return new() { Execution = next?.ToExecution(includeJobDocument: true) };
    }

    /// <inheritdoc/>
    public ValueTask<GetPendingJobExecutionsResponse> GetPendingJobExecutionsAsync(
        GetPendingJobExecutionsRequest request, CancellationToken cancellationToken = default) => Answer(() =>
    {
        ArgumentNullException.ThrowIfNull(request);
        Refuse(GetPendingJobExecutionsRequestValidator.Validate(request));
        var pending = _database.Read(executions => executions.Pending(request.ThingName), cancellationToken);
        return new GetPendingJobExecutionsResponse
        {
            InProgressJobs = [.. pending.Where(e => e.Status == JobExecutionStatus.InProgress).Select(e => e.ToSummary())],
            QueuedJobs = [.. pending.Where(e => e.Status == JobExecutionStatus.Queued).Select(e => e.ToSummary())],
        };
    });

    /// <inheritdoc/>
    public async ValueTask<UpdateJobExecutionResponse> UpdateJobExecutionAsync(
        UpdateJobExecutionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Refuse(UpdateJobExecutionRequestValidator.Validate(request));
        UpdateRules.RequireRequestable(request.Status);
        var updated = await _database.WriteAsync(
            executions =>
            {
                var found = executions.Find(request.ThingName, request.JobId, request.ExecutionNumber)
                    ?? throw NotFound(request.ThingName, request.JobId, request.ExecutionNumber);
                UpdateRules.RequireVersion(found, request.ExpectedVersion);
                UpdateRules.RequirePending(found, request.Status);
                return Move(executions, found, request.Status, request.StatusDetails);
            },
            cancellationToken).ConfigureAwait(false);
        return new()
        {
            ExecutionState = request.IncludeJobExecutionState == true ? updated.ToState() : null,
            JobDocument = request.IncludeJobDocument == true ? updated.JobDocument : null,
        };
    }

    /// <inheritdoc/>
    public ValueTask<DescribeJobExecutionResponse> DescribeJobExecutionAsync(
        DescribeJobExecutionRequest request, CancellationToken cancellationToken = default) => Answer(() =>
    {
        ArgumentNullException.ThrowIfNull(request);
        Refuse(DescribeJobExecutionRequestValidator.Validate(request));
        var isNext = request.JobId == "$next";
        var execution = _database.Read(
            executions => isNext
                ? executions.Next(request.ThingName)
                : executions.Find(request.ThingName, request.JobId, request.ExecutionNumber)
                    ?? throw NotFound(request.ThingName, request.JobId, request.ExecutionNumber),
            cancellationToken);
        return execution is { IsPending: false }
            ? throw new TerminalStateException($"The execution of job {execution.JobId} is {execution.Status.ToWireName()}; only one that is QUEUED or IN_PROGRESS can be described.")
            : new DescribeJobExecutionResponse { Execution = execution?.ToExecution(request.IncludeJobDocument == true) };
    });

    /// <summary>Closes the file.</summary>
    public ValueTask DisposeAsync() => _database.DisposeAsync();

    /// <summary>Moves an execution on: the stamps and the version follow from the move.</summary>
    /// <param name="executions">The table.</param>
    /// <param name="found">The execution as it is.</param>
    /// <param name="status">Its new status.</param>
    /// <param name="details">Its new details as a whole; null leaves them as they are.</param>
    private ExecutionRow Move(Executions executions, ExecutionRow found, JobExecutionStatus status, ValueMap<string>? details)
    {
        var now = Math.Max(Now(), found.LastUpdatedAt); // a clock that is put back must not undo an order
        var moved = found with
        {
            Status = status,
            StatusDetails = details ?? found.StatusDetails,
            StartedAt = status == JobExecutionStatus.InProgress ? found.StartedAt ?? now : found.StartedAt,
            LastUpdatedAt = now,
            VersionNumber = found.VersionNumber + 1,
        };
        executions.Save(moved);
        return moved;
    }

    private long Now() => _timeProvider.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Turns an exception into a task that failed, as callers of an asynchronous method expect.</summary>
    private static ValueTask<T> Answer<T>(Func<T> work)
    {
        try
        {
            return ValueTask.FromResult(work());
        }
        catch (OperationCanceledException canceled)
        {
            return ValueTask.FromCanceled<T>(canceled.CancellationToken);
        }
        catch (Exception exception)
        {
            return ValueTask.FromException<T>(exception);
        }
    }

    private static void Refuse(IReadOnlyList<ConstraintViolation> violations)
    {
        if (violations.Count > 0)
        {
            throw new InvalidRequestException(violations);
        }
    }

    private static ResourceNotFoundException NotFound(string thingName, string jobId, long? executionNumber = null) =>
        new($"The thing {thingName} has no execution{(executionNumber is { } number ? $" number {number}" : "")} of job {jobId}.");
}
