using IotJobs.Sqlite;
using JobsSpecGen.Conformance;

namespace IotJobs.Conformance;

/// <summary>The SQLite backend over a file of its own, which is deleted afterwards.</summary>
public sealed class SqliteBackend : JobsDataPlaneBackend
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jobs-");
    private readonly SqliteJobsDataPlane _service;

    /// <summary>Opens a new file.</summary>
    public SqliteBackend() => _service = new(Path.Combine(_folder.FullName, "jobs.db"));

    /// <inheritdoc/>
    public override ConformanceOptions Options => base.Options.AtScale();

    /// <inheritdoc/>
    public override IJobsDataPlane Service => _service;

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Delete(recursive: true);
        await base.DisposeAsync();
    }
}

/// <summary>A backend that someone wrote by hand keeps the spec.</summary>
public sealed class SqliteConformance : JobsDataPlaneConformance<SqliteBackend>;
