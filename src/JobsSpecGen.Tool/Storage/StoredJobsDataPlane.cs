using IotJobsData;

namespace JobsSpecGen.Tool.Storage;

/// <summary>
/// The jobs data plane with its state in a SQLite file. It runs the step function of the spec, one step in one transaction. It is
/// safe for concurrent use by threads, and by several processes on the same file.
/// </summary>
/// <param name="file">The file; it is disposed with this object.</param>
/// <param name="timeProvider">The clock; null for the system clock.</param>
internal sealed class StoredJobsDataPlane(SqliteFile file, TimeProvider? timeProvider = null) : IJobsDataPlane, IJobsDataPlaneEnvironment, IAsyncDisposable
{
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public ValueTask<StartNextPendingJobExecutionResponse> StartNextPendingJobExecutionAsync(StartNextPendingJobExecutionRequest request, CancellationToken cancellationToken = default) =>
        ChangeAsync(request.ThingName, (state, now) => JobsDataPlaneModel.StartNextPendingJobExecution(state, request, now), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<UpdateJobExecutionResponse> UpdateJobExecutionAsync(UpdateJobExecutionRequest request, CancellationToken cancellationToken = default) =>
        ChangeAsync(request.ThingName, (state, now) => JobsDataPlaneModel.UpdateJobExecution(state, request, now), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<GetPendingJobExecutionsResponse> GetPendingJobExecutionsAsync(GetPendingJobExecutionsRequest request, CancellationToken cancellationToken = default) =>
        Read(request.ThingName, (state, now) => JobsDataPlaneModel.GetPendingJobExecutions(state, request, now), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<DescribeJobExecutionResponse> DescribeJobExecutionAsync(DescribeJobExecutionRequest request, CancellationToken cancellationToken = default) =>
        Read(request.ThingName, (state, now) => JobsDataPlaneModel.DescribeJobExecution(state, request, now), cancellationToken);

    /// <inheritdoc/>
    public ValueTask CreateJobExecutionAsync(CreateJobExecutionRequest request, CancellationToken cancellationToken = default) =>
        ActAsync(request.ThingName, (state, now) => JobsDataPlaneModel.CreateJobExecution(state, request, now), cancellationToken);

    /// <inheritdoc/>
    public ValueTask CancelJobExecutionAsync(CancelJobExecutionRequest request, CancellationToken cancellationToken = default) =>
        ActAsync(request.ThingName, (state, now) => JobsDataPlaneModel.CancelJobExecution(state, request, now), cancellationToken);

    /// <inheritdoc/>
    public ValueTask RemoveJobExecutionAsync(RemoveJobExecutionRequest request, CancellationToken cancellationToken = default) =>
        ActAsync(request.ThingName, (state, now) => JobsDataPlaneModel.RemoveJobExecution(state, request, now), cancellationToken);

    /// <inheritdoc/>
    public ValueTask DeleteJobExecutionAsync(DeleteJobExecutionRequest request, CancellationToken cancellationToken = default) =>
        ActAsync(request.ThingName, (state, now) => JobsDataPlaneModel.DeleteJobExecution(state, request, now), cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => file.DisposeAsync();

    private ValueTask<TResponse> Read<TResponse>(string thingName, Func<IJobsDataPlaneState, long, StepResult<TResponse>> step, CancellationToken cancellationToken)
        where TResponse : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        var result = file.Read(connection => step(new SqliteState(connection, thingName), Clock()));
        return result.Refusal is { } refusal ? ValueTask.FromException<TResponse>(refusal) : new(result.Response!);
    }

    private async ValueTask<TResponse> ChangeAsync<TResponse>(string thingName, Func<IJobsDataPlaneState, long, StepResult<TResponse>> step, CancellationToken cancellationToken)
        where TResponse : class
    {
        var result = await StepAsync(thingName, step, result => result.Refusal, cancellationToken).ConfigureAwait(false);
        return result.Refusal is { } refusal ? throw refusal : result.Response!;
    }

    private async ValueTask ActAsync(string thingName, Func<IJobsDataPlaneState, long, JobsDataPlaneException?> step, CancellationToken cancellationToken)
    {
        if (await StepAsync(thingName, step, refusal => refusal, cancellationToken).ConfigureAwait(false) is { } refused)
        {
            throw refused;
        }
    }

    private ValueTask<T> StepAsync<T>(string thingName, Func<IJobsDataPlaneState, long, T> step, Func<T, JobsDataPlaneException?> refusal, CancellationToken cancellationToken) =>
        file.ChangeAsync(
            connection =>
            {
                var state = new SqliteState(connection, thingName);

                // Time never goes back for a thing, even if the clock does.
                var result = step(state, Math.Max(Clock(), state.LatestChange() ?? long.MinValue));
                return (result, state.IsChanged && refusal(result) is null);
            },
            cancellationToken);

    private long Clock() => _timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
}
