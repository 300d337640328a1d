using IotJobs.Postgres;
using JobsSpecGen.Conformance;

namespace IotJobs.Conformance;

/// <summary>The PostgreSQL backend in this process, over a database of its own.</summary>
public sealed class PostgresBackend : JobsDataPlaneBackend
{
    private readonly PostgresDatabase? _database;
    private readonly PostgresJobsDataPlane? _service;

    /// <summary>Makes a database. Without a server every call tells why, and nothing is verifiable.</summary>
    public PostgresBackend()
    {
        if (PostgresInstallation.Folder is null)
        {
            Service = new UnavailableJobs(PostgresInstallation.IsMissing());
            return;
        }

        _database = new();
        Service = _service = new PostgresJobsDataPlane(_database.ConnectionString);
    }

    /// <inheritdoc/>
    public override ConformanceOptions Options => base.Options.AtScale();

    /// <inheritdoc/>
    public override IJobsDataPlane Service { get; }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }

        _database?.Dispose();
        await base.DisposeAsync();
    }
}

/// <summary>The PostgreSQL backend keeps the spec.</summary>
public sealed class PostgresConformance : JobsDataPlaneConformance<PostgresBackend>;
