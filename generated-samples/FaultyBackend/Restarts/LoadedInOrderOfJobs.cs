namespace IotJobs.Faulty.Restarts;

/// <summary>Rows are loaded in the order of an index, the last job first, and the queue is taken to be in that order: after a restart another job is next.</summary>
internal sealed class LoadedInOrderOfJobs : RestartableJobs
{
    private protected override IEnumerable<Execution> Reload(IEnumerable<Execution> stored) => stored.OrderByDescending(row => row.JobId, StringComparer.Ordinal);
}
