using IotJobsData;

namespace JobsSpecGen.CompiledTests.Http;

/// <summary>A service that does the same whatever it is asked.</summary>
internal sealed class Stub(Func<CancellationToken, Task> act) : IJobsDataPlane
{
    public async ValueTask<StartNextPendingJobExecutionResponse> StartNextPendingJobExecutionAsync(StartNextPendingJobExecutionRequest request, CancellationToken cancellationToken = default)
    {
        await act(cancellationToken);
        return new();
    }

    public async ValueTask<GetPendingJobExecutionsResponse> GetPendingJobExecutionsAsync(GetPendingJobExecutionsRequest request, CancellationToken cancellationToken = default)
    {
        await act(cancellationToken);
        return new() { InProgressJobs = [], QueuedJobs = [] };
    }

    public async ValueTask<UpdateJobExecutionResponse> UpdateJobExecutionAsync(UpdateJobExecutionRequest request, CancellationToken cancellationToken = default)
    {
        await act(cancellationToken);
        return new();
    }

    public async ValueTask<DescribeJobExecutionResponse> DescribeJobExecutionAsync(DescribeJobExecutionRequest request, CancellationToken cancellationToken = default)
    {
        await act(cancellationToken);
        return new();
    }
}
