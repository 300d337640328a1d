namespace IotJobs.Faulty;

/// <summary>The jobs data plane in memory, written by hand, with one mistake.</summary>
public sealed class FaultyJobsDataPlane : IJobsDataPlane, IJobsDataPlaneEnvironment
{
    private readonly Lock _lock = new();
    private readonly RequestChecks _checks;
    private readonly StartNext _startNext;
    private readonly Update _update;
    private readonly Reading _reading;
    private readonly World _world;

    /// <summary>Makes an empty service.</summary>
    /// <param name="fault">The mistake that it makes.</param>
    /// <param name="timeProvider">The clock; null for that of the system.</param>
    public FaultyJobsDataPlane(Fault fault, TimeProvider? timeProvider = null)
    {
        var store = new Store(fault, timeProvider ?? TimeProvider.System);
        _checks = new(fault);
        _startNext = new(fault, store);
        _update = new(fault, store);
        _reading = new(fault, store, _startNext);
        _world = new(fault, store);
    }

    /// <inheritdoc/>
    public ValueTask<StartNextPendingJobExecutionResponse> StartNextPendingJobExecutionAsync(
        StartNextPendingJobExecutionRequest request, CancellationToken cancellationToken = default) => Run(
        () =>
        {
            _checks.Check(request);
            return _startNext.Answer(request);
        },
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<GetPendingJobExecutionsResponse> GetPendingJobExecutionsAsync(
        GetPendingJobExecutionsRequest request, CancellationToken cancellationToken = default) => Run(
        () =>
        {
            _checks.Check(request);
            return _reading.Answer(request);
        },
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<UpdateJobExecutionResponse> UpdateJobExecutionAsync(
        UpdateJobExecutionRequest request, CancellationToken cancellationToken = default) => Run(
        () =>
        {
            _checks.Check(request);
            return _update.Answer(request);
        },
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<DescribeJobExecutionResponse> DescribeJobExecutionAsync(
        DescribeJobExecutionRequest request, CancellationToken cancellationToken = default) => Run(
        () =>
        {
            _checks.Check(request);
            return _reading.Answer(request);
        },
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask CreateJobExecutionAsync(CreateJobExecutionRequest request, CancellationToken cancellationToken = default) =>
        Run(() => _world.Create(request), cancellationToken);

    /// <inheritdoc/>
    public ValueTask CancelJobExecutionAsync(CancelJobExecutionRequest request, CancellationToken cancellationToken = default) =>
        Run(() => _world.Cancel(request), cancellationToken);

    /// <inheritdoc/>
    public ValueTask RemoveJobExecutionAsync(RemoveJobExecutionRequest request, CancellationToken cancellationToken = default) =>
        Run(() => _world.Remove(request), cancellationToken);

    /// <inheritdoc/>
    public ValueTask DeleteJobExecutionAsync(DeleteJobExecutionRequest request, CancellationToken cancellationToken = default) =>
        Run(() => _world.Delete(request), cancellationToken);

    private ValueTask<T> Run<T>(Func<T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<T>(cancellationToken);
        }

        try
        {
            lock (_lock)
            {
                return ValueTask.FromResult(work());
            }
        }
        catch (JobsDataPlaneException refusal)
        {
            return ValueTask.FromException<T>(refusal);
        }
    }

    private async ValueTask Run(Action work, CancellationToken cancellationToken) => await Run(
        () =>
        {
            work();
            return true;
        },
        cancellationToken).ConfigureAwait(false);
}
