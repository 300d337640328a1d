namespace IotJobs.Stored;

/// <summary>What an update must fulfil before anything is written.</summary>
internal static class UpdateRules
{
    /// <summary>A device may report only what a device can know; the rest is the service's to decide.</summary>
    public static void RequireRequestable(JobExecutionStatus status)
    {
        if (status is not (JobExecutionStatus.InProgress or JobExecutionStatus.Succeeded or JobExecutionStatus.Failed or JobExecutionStatus.Rejected))
        {
            throw new InvalidRequestException($"A device cannot ask for the status {status.ToWireName()}; it may ask for IN_PROGRESS, SUCCEEDED, FAILED or REJECTED.");
        }
    }

    public static void RequireVersion(ExecutionRow found, long? expected)
    {
        if (expected is { } version && version != found.VersionNumber)
        {
            throw new VersionMismatchException($"Expected version {version} but found version {found.VersionNumber}.") { ExecutionState = found.ToState() };
        }
    }

    /// <summary>A status that is final stays, even where the same one is asked for again.</summary>
    public static void RequirePending(ExecutionRow found, JobExecutionStatus requested)
    {
        if (!found.IsPending)
        {
            throw new InvalidStateTransitionException($"The execution of job {found.JobId} is {found.Status.ToWireName()} and cannot become {requested.ToWireName()}.") { ExecutionState = found.ToState() };
        }
    }
}
