using IotJobsData;

namespace JobsSpecGen.Benchmarks.Load;

/// <summary>A service that costs nothing: what is measured before it is the way there and back.</summary>
internal sealed class ReadyJobs : IJobsDataPlane
{
    private static readonly JobExecution s_execution = new() { JobId = "job-1", ThingName = "thing-1", Status = JobExecutionStatus.InProgress, QueuedAt = 1_700_000_000_000, LastUpdatedAt = 1_700_000_000_000, VersionNumber = 2, ExecutionNumber = 1 };
    private static readonly GetPendingJobExecutionsResponse s_pending = new() { InProgressJobs = [new() { JobId = "job-1", QueuedAt = 1_700_000_000_000, LastUpdatedAt = 1_700_000_000_000, VersionNumber = 2, ExecutionNumber = 1 }], QueuedJobs = [] };

    public ValueTask<StartNextPendingJobExecutionResponse> StartNextPendingJobExecutionAsync(StartNextPendingJobExecutionRequest request, CancellationToken cancellationToken = default) =>
        new(new StartNextPendingJobExecutionResponse { Execution = s_execution });

    public ValueTask<GetPendingJobExecutionsResponse> GetPendingJobExecutionsAsync(GetPendingJobExecutionsRequest request, CancellationToken cancellationToken = default) => new(s_pending);

    public ValueTask<UpdateJobExecutionResponse> UpdateJobExecutionAsync(UpdateJobExecutionRequest request, CancellationToken cancellationToken = default) => new(new UpdateJobExecutionResponse());

    public ValueTask<DescribeJobExecutionResponse> DescribeJobExecutionAsync(DescribeJobExecutionRequest request, CancellationToken cancellationToken = default) =>
        new(new DescribeJobExecutionResponse { Execution = s_execution });
}
