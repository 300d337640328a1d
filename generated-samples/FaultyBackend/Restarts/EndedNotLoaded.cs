namespace IotJobs.Faulty.Restarts;

/// <summary>Only what is pending is loaded, because only that can be worked on: what has ended was never there.</summary>
internal sealed class EndedNotLoaded : RestartableJobs
{
    private protected override IEnumerable<Execution> Reload(IEnumerable<Execution> stored) => stored.Where(row => row.IsPending);
}
