namespace IotJobs.Conformance;

/// <summary>In the place of a service that cannot be had here: every call tells why.</summary>
internal sealed class UnavailableJobs(Exception reason) : IJobsDataPlane, IJobsDataPlaneEnvironment
{
    public ValueTask<StartNextPendingJobExecutionResponse> StartNextPendingJobExecutionAsync(
        StartNextPendingJobExecutionRequest request, CancellationToken cancellationToken = default) => throw reason;

    public ValueTask<GetPendingJobExecutionsResponse> GetPendingJobExecutionsAsync(
        GetPendingJobExecutionsRequest request, CancellationToken cancellationToken = default) => throw reason;

    public ValueTask<UpdateJobExecutionResponse> UpdateJobExecutionAsync(
        UpdateJobExecutionRequest request, CancellationToken cancellationToken = default) => throw reason;

    public ValueTask<DescribeJobExecutionResponse> DescribeJobExecutionAsync(
        DescribeJobExecutionRequest request, CancellationToken cancellationToken = default) => throw reason;

    public ValueTask CreateJobExecutionAsync(CreateJobExecutionRequest request, CancellationToken cancellationToken = default) => throw reason;

    public ValueTask CancelJobExecutionAsync(CancelJobExecutionRequest request, CancellationToken cancellationToken = default) => throw reason;

    public ValueTask RemoveJobExecutionAsync(RemoveJobExecutionRequest request, CancellationToken cancellationToken = default) => throw reason;

    public ValueTask DeleteJobExecutionAsync(DeleteJobExecutionRequest request, CancellationToken cancellationToken = default) => throw reason;
}
