namespace IotJobs.Faulty.Restarts;

/// <summary>A restart puts what was in progress back into the queue, as a worker of the service's own would want it. But the device is still at work.</summary>
internal sealed class StartedQueuedAgain : RestartableJobs
{
    private protected override IEnumerable<Execution> Reload(IEnumerable<Execution> stored)
    {
        foreach (var row in stored)
        {
            if (row.Status == JobExecutionStatus.InProgress)
            {
                row.Status = JobExecutionStatus.Queued;
            }

            yield return row;
        }
    }
}
