using JobsSpecGen.Conformance;

namespace IotJobs.Conformance;

/// <summary>Two processes that share one PostgreSQL database.</summary>
public sealed class PostgresProcessesBackend : JobsDataPlaneBackend, IRestartable
{
    private readonly PostgresDatabase? _database;
    private readonly HostProcesses? _hosts;

    /// <summary>Makes a database and starts the processes. Without a server every call tells why, and nothing is verifiable.</summary>
    public PostgresProcessesBackend()
    {
        if (PostgresInstallation.Folder is null)
        {
            Service = new UnavailableJobs(PostgresInstallation.IsMissing());
            return;
        }

        _database = new();
        _hosts = HostProcesses.Start(2, "--postgres", _database.ConnectionString);
        Service = _hosts.Service;
    }

    /// <inheritdoc/>
    public override ConformanceOptions Options => base.Options.AtScale();

    /// <inheritdoc/>
    public override IJobsDataPlane Service { get; }

    /// <inheritdoc/>
    public async ValueTask RestartAsync(CancellationToken cancellationToken) =>
        await (_hosts ?? throw PostgresInstallation.IsMissing()).RestartAsync(cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_hosts is not null)
        {
            await _hosts.DisposeAsync();
        }

        _database?.Dispose();
        await base.DisposeAsync();
    }
}

/// <summary>Several processes keep the spec together.</summary>
public sealed class PostgresProcessesConformance : JobsDataPlaneConformance<PostgresProcessesBackend>;
