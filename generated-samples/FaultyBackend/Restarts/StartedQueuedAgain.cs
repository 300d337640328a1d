namespace IotJobs.Faulty.Restarts;

/// <summary>A restart puts what was in progress back into the queue, as a worker of the service's own would want it. But the device is still at work.</summary>
internal sealed class StartedQueuedAgain : RestartableJobs
{
    private protected override IEnumerable<Execution> Reload(IEnumerable<Execution> stored) =>
        With(stored, row => row.Status = row.Status == JobExecutionStatus.InProgress ? JobExecutionStatus.Queued : row.Status);
}
