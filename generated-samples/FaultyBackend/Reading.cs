namespace IotJobs.Faulty;

/// <summary>GetPendingJobExecutions and DescribeJobExecution.</summary>
internal sealed class Reading(Fault fault, Store store, StartNext startNext)
{
    public GetPendingJobExecutionsResponse Answer(GetPendingJobExecutionsRequest request)
    {
        var all = store.Of(request.ThingName);
        all = fault switch
        {
            Fault.PendingNewestFirst => all.Reverse(),
            Fault.PendingByJobId => all.OrderBy(e => e.JobId, StringComparer.Ordinal),
            _ => all,
        };

        return new()
        {
            InProgressJobs = [.. ListedAsStarted(all).Select(Summary)],
            QueuedJobs = [.. all.Where(IsListedAsQueued).Select(e => e.ToSummary())],
        };
    }

    public DescribeJobExecutionResponse Answer(DescribeJobExecutionRequest request)
    {
        var includeDocument = request.IncludeJobDocument == true || fault == Fault.DocumentAlwaysDescribed;
        var execution = request.JobId == "$next" ? Next(request.ThingName) : Named(request);
        return new() { Execution = execution?.ToExecution(includeDocument) };
    }

    private IEnumerable<Execution> ListedAsStarted(IEnumerable<Execution> all)
    {
        var started = all.Where(e => e.Status == JobExecutionStatus.InProgress);
        return fault == Fault.PendingListsOneStarted ? started.Take(1) : started;
    }

    private JobExecutionSummary Summary(Execution execution) =>
        fault == Fault.PendingWithoutStartedAt ? execution.ToSummary() with { StartedAt = null } : execution.ToSummary();

    private bool IsListedAsQueued(Execution execution) => fault == Fault.PendingListsFinished
        ? execution.Status != JobExecutionStatus.InProgress
        : execution.Status == JobExecutionStatus.Queued;

    private Execution? Next(string thingName)
    {
        var next = store.Next(thingName);
        if (next is null && fault == Fault.NothingPendingIsError)
        {
            throw new ResourceNotFoundException($"The thing {thingName} has nothing to do.");
        }

        if (next is { Status: JobExecutionStatus.Queued } && fault == Fault.DescribingNextStarts)
        {
            startNext.Start(next, null);
        }

        return next;
    }

    private Execution? Named(DescribeJobExecutionRequest request)
    {
        var execution = store.Find(request.ThingName, request.JobId, request.ExecutionNumber);
        if (execution is not null && fault == Fault.NumberIgnoredWhenDescribing)
        {
            execution = store.Find(request.ThingName, request.JobId, null);
        }

        if (execution is null)
        {
            return fault == Fault.UnknownIsEmpty ? null : throw Store.NotFound(request.ThingName, request.JobId);
        }

        return execution.IsPending || fault == Fault.FinishedDescribed
            ? execution
            : throw new TerminalStateException($"The execution of job {execution.JobId} is {execution.Status.ToWireName()}.");
    }
}
