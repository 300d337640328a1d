using IotJobs.Sqlite;

namespace IotJobs.Quickstart;

/// <summary>The implementation in memory that the generator made from the spec.</summary>
internal sealed class ReferenceBackend : JobsDataPlaneBackend
{
    public override IJobsDataPlane Service { get; } = new InMemoryJobsDataPlane();
}

/// <summary>The implementation over SQLite that was written by hand, on a temporary file.</summary>
internal sealed class SqliteBackend : JobsDataPlaneBackend
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jobs-quickstart-");
    private readonly SqliteJobsDataPlane _service;

    public SqliteBackend() => _service = new(Path.Combine(_folder.FullName, "jobs.db"));

    public override IJobsDataPlane Service => _service;

    public override async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Delete(recursive: true);
        await base.DisposeAsync();
    }
}
