namespace IotJobs.Faulty.Restarts;

/// <summary>Versions are counted in memory: after a restart every execution is at version 1 again.</summary>
internal sealed class VersionsBeginAgain : RestartableJobs
{
    private protected override IEnumerable<Execution> Reload(IEnumerable<Execution> stored) =>
        With(stored, row => row.Version = 1);
}
