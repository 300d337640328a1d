namespace IotJobs.Conformance;

/// <summary>One of the calls that clients make at once.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Make">Makes it, and tells what came of it as text, without times.</param>
internal sealed record SampleCall(string Name, Func<IJobsDataPlane, IJobsDataPlaneEnvironment, Task<string>> Make)
{
    private static readonly SampleCall Pending = new("pending", async (jobs, _) =>
    {
        var answer = await jobs.GetPendingJobExecutionsAsync(new() { ThingName = "thing" });
        return $"started {string.Join(' ', answer.InProgressJobs.Select(Text))}, queued {string.Join(' ', answer.QueuedJobs.Select(Text))}";
    });

    private static readonly SampleCall Describe = new("describe", async (jobs, _) =>
        Text((await jobs.DescribeJobExecutionAsync(new() { ThingName = "thing", JobId = "job-1" })).Execution));

    /// <summary>What clients choose from.</summary>
    public static SampleCall[] Menu { get; } =
    [
        Update("job-1", JobExecutionStatus.InProgress),
        Update("job-1", JobExecutionStatus.InProgress, expectedVersion: 1),
        Update("job-1", JobExecutionStatus.InProgress, expectedVersion: 2),
        Update("job-1", JobExecutionStatus.Succeeded),
        Update("job-2", JobExecutionStatus.InProgress),
        new("start", async (jobs, _) => Text((await jobs.StartNextPendingJobExecutionAsync(new() { ThingName = "thing" })).Execution)),
        new("cancel", async (_, environment) =>
        {
            await environment.CancelJobExecutionAsync(new() { ThingName = "thing", JobId = "job-1" });
            return "done";
        }),
        Pending,
        Describe,
    ];

    /// <summary>What tells how things stand.</summary>
    public static SampleCall[] Looks { get; } = [Pending, Describe];

    /// <summary>Makes the call, and tells what came of it.</summary>
    public async Task<string> OutcomeAsync(IJobsDataPlane jobs, IJobsDataPlaneEnvironment environment)
    {
        try
        {
            return await Make(jobs, environment);
        }
        catch (JobsDataPlaneException refusal)
        {
            return refusal.Code;
        }
    }

    private static SampleCall Update(string jobId, JobExecutionStatus status, long? expectedVersion = null) =>
        new($"update {jobId} to {status}", async (jobs, _) =>
        {
            var answer = await jobs.UpdateJobExecutionAsync(new()
            {
                ThingName = "thing",
                JobId = jobId,
                Status = status,
                ExpectedVersion = expectedVersion,
                IncludeJobExecutionState = true,
            });
            return $"{answer.ExecutionState!.Status} {answer.ExecutionState.VersionNumber}";
        });

    private static string Text(JobExecution? execution) => execution is null ? "nothing" : $"{execution.JobId} {execution.Status} {execution.VersionNumber}";

    private static string Text(JobExecutionSummary summary) => $"{summary.JobId} {summary.VersionNumber}";
}
