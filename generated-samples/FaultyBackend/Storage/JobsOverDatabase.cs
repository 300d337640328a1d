namespace IotJobs.Faulty;

/// <summary>
/// The jobs data plane over a database, done right: whoever changes a thing holds its lock from loading to saving, and a reader
/// loads once. The mistakes in <c>Races</c> override what they get wrong.
/// </summary>
public class JobsOverDatabase : IJobsDataPlane, IJobsDataPlaneEnvironment
{
    private static readonly RequestChecks Checks = new(Fault.None);

    /// <summary>Makes an empty service.</summary>
    public JobsOverDatabase()
        : this(new())
    {
    }

    private protected JobsOverDatabase(Database database) => Database = database;

    /// <summary>What times are stamped by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    private protected Database Database { get; set; }

    private protected NamedLocks Locks { get; } = new();

    /// <inheritdoc/>
    public async ValueTask<StartNextPendingJobExecutionResponse> StartNextPendingJobExecutionAsync(
        StartNextPendingJobExecutionRequest request, CancellationToken cancellationToken = default)
    {
        Checks.Check(request);
        return await StartNextAsync(request).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<GetPendingJobExecutionsResponse> GetPendingJobExecutionsAsync(
        GetPendingJobExecutionsRequest request, CancellationToken cancellationToken = default)
    {
        Checks.Check(request);
        return await GetPendingAsync(request).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<UpdateJobExecutionResponse> UpdateJobExecutionAsync(
        UpdateJobExecutionRequest request, CancellationToken cancellationToken = default)
    {
        Checks.Check(request);
        return await UpdateAsync(request).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<DescribeJobExecutionResponse> DescribeJobExecutionAsync(
        DescribeJobExecutionRequest request, CancellationToken cancellationToken = default)
    {
        Checks.Check(request);
        return Open(await LoadToReadAsync(request.ThingName).ConfigureAwait(false)).Reading.Answer(request);
    }

    /// <inheritdoc/>
    public async ValueTask CreateJobExecutionAsync(CreateJobExecutionRequest request, CancellationToken cancellationToken = default)
    {
        RequestChecks.Refuse(CreateJobExecutionRequestValidator.Validate(request));
        await ChangeAsync(request.ThingName, request.JobId, session => session.World.Create(request)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask CancelJobExecutionAsync(CancelJobExecutionRequest request, CancellationToken cancellationToken = default)
    {
        RequestChecks.Refuse(CancelJobExecutionRequestValidator.Validate(request));
        await CancelAsync(request).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask RemoveJobExecutionAsync(RemoveJobExecutionRequest request, CancellationToken cancellationToken = default)
    {
        RequestChecks.Refuse(RemoveJobExecutionRequestValidator.Validate(request));
        await ChangeAsync(request.ThingName, request.JobId, session => session.World.Remove(request)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DeleteJobExecutionAsync(DeleteJobExecutionRequest request, CancellationToken cancellationToken = default)
    {
        RequestChecks.Refuse(DeleteJobExecutionRequestValidator.Validate(request));
        await ChangeAsync(request.ThingName, request.JobId, session => session.World.Delete(request)).ConfigureAwait(false);
    }

    private protected virtual Task<StartNextPendingJobExecutionResponse> StartNextAsync(StartNextPendingJobExecutionRequest request) =>
        ChangeAsync(request.ThingName, null, session => session.StartNext.Answer(request));

    private protected virtual async Task<GetPendingJobExecutionsResponse> GetPendingAsync(GetPendingJobExecutionsRequest request) =>
        Open(await LoadToReadAsync(request.ThingName).ConfigureAwait(false)).Reading.Answer(request);

    private protected virtual Task<UpdateJobExecutionResponse> UpdateAsync(UpdateJobExecutionRequest request) =>
        ChangeAsync(request.ThingName, request.JobId, session => session.Update.Answer(request));

    private protected virtual Task CancelAsync(CancelJobExecutionRequest request) =>
        ChangeAsync(request.ThingName, request.JobId, session => session.World.Cancel(request));

    /// <summary>Begins the work of a call on what it loaded.</summary>
    private protected Session Open(IReadOnlyList<Execution> loaded) => new(loaded, Clock);

    /// <summary>What a reader sees of a thing.</summary>
    private protected virtual Task<List<Execution>> LoadToReadAsync(string thingName) => Database.LoadAsync(thingName);

    /// <summary>Changes a thing. A refusal leaves before anything is saved.</summary>
    /// <param name="thingName">The thing.</param>
    /// <param name="jobId">The job, where the call names one.</param>
    /// <param name="work">The rules.</param>
    private protected virtual async Task<T> ChangeAsync<T>(string thingName, string? jobId, Func<Session, T> work)
    {
        using (await Locks.EnterAsync(thingName).ConfigureAwait(false))
        {
            return await LoadAndSaveAsync(thingName, work).ConfigureAwait(false);
        }
    }

    /// <summary>Loads, applies the rules, saves. Safe for whoever holds the lock.</summary>
    private protected async Task<T> LoadAndSaveAsync<T>(string thingName, Func<Session, T> work)
    {
        var session = Open(await Database.LoadAsync(thingName).ConfigureAwait(false));
        var answer = work(session);
        await SaveAsync(session.Changes(thingName)).ConfigureAwait(false);
        return answer;
    }

    private protected Task SaveAsync(Changes changes) => changes.IsEmpty ? Task.CompletedTask : Database.SaveAsync(changes);

    private Task ChangeAsync(string thingName, string? jobId, Action<Session> work) => ChangeAsync(thingName, jobId, session =>
    {
        work(session);
        return true;
    });
}
