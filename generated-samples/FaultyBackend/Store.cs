namespace IotJobs.Faulty;

/// <summary>The executions of all things, in the order in which they were queued, and the clock.</summary>
internal sealed class Store(Fault fault, TimeProvider timeProvider)
{
    private readonly List<Execution> _executions = [];

    public long Now => fault == Fault.TimestampsInSeconds
        ? timeProvider.GetUtcNow().ToUnixTimeSeconds()
        : timeProvider.GetUtcNow().ToUnixTimeMilliseconds();

    public IEnumerable<Execution> Of(string thingName) => _executions.Where(e => e.ThingName == thingName);

    public IEnumerable<Execution> Of(string thingName, string jobId) =>
        _executions.Where(e => e.JobId == jobId && (e.ThingName == thingName || fault == Fault.ThingsShareExecutions));

    /// <summary>The execution that a request names.</summary>
    public Execution? Find(string thingName, string jobId, long? number)
    {
        var executions = Of(thingName, jobId);
        if (number is not null && fault != Fault.ExecutionNumberIgnored)
        {
            return executions.FirstOrDefault(e => e.Number == number);
        }

        return fault == Fault.FirstInsteadOfLatest ? executions.MinBy(e => e.Number) : executions.MaxBy(e => e.Number);
    }

    /// <summary>The execution that the thing should work on next.</summary>
    public Execution? Next(string thingName)
    {
        var pending = Of(thingName).Where(e => e.IsPending);
        pending = fault switch
        {
            Fault.NextByJobId => pending.OrderBy(e => e.JobId, StringComparer.Ordinal),
            Fault.NextByLastUpdatedAt => pending.OrderByDescending(e => e.LastUpdatedAt),
            _ => pending,
        };

        // Ordering keeps the order of the queue among equals.
        return fault == Fault.StartedNotFirst
            ? pending.FirstOrDefault()
            : pending.OrderBy(e => e.Status == JobExecutionStatus.InProgress ? 0 : 1).FirstOrDefault();
    }

    public void Add(Execution execution) => _executions.Add(execution);

    public void Remove(Execution execution) => _executions.Remove(execution);

    public static ResourceNotFoundException NotFound(string thingName, string jobId) =>
        new($"The thing {thingName} has no such execution of job {jobId}.");
}
