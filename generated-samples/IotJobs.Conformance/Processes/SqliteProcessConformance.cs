using JobsSpecGen.Conformance;

namespace IotJobs.Conformance;

/// <summary>The SQLite backend as a process of its own, which is killed without warning and started again on its file.</summary>
public sealed class SqliteProcessBackend : JobsDataPlaneBackend, IRestartable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jobs-");
    private readonly HostProcesses _hosts;

    /// <summary>Starts the process on a new file.</summary>
    public SqliteProcessBackend() => _hosts = HostProcesses.Start(1, "--sqlite", Path.Combine(_folder.FullName, "jobs.db"));

    /// <inheritdoc/>
    public override ConformanceOptions Options => base.Options.AtScale();

    /// <inheritdoc/>
    public override IJobsDataPlane Service => _hosts.Service;

    /// <inheritdoc/>
    public async ValueTask RestartAsync(CancellationToken cancellationToken) => await _hosts.RestartAsync(cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _hosts.DisposeAsync();
        _folder.Delete(recursive: true);
        await base.DisposeAsync();
    }
}

/// <summary>A backend across a process border keeps the spec.</summary>
public sealed class SqliteProcessConformance : JobsDataPlaneConformance<SqliteProcessBackend>;
