using IotJobs.Sqlite;
using IotJobsData;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.Harness;

/// <summary>The hand-written backend on a file of its own, which goes with it.</summary>
internal sealed class SqliteTarget : JobsDataPlaneBackend
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jobs-sqlite-").FullName;
    private readonly SqliteJobsDataPlane _service;

    public SqliteTarget() => _service = new SqliteJobsDataPlane(Path.Combine(_folder, "jobs.db"));

    public override IJobsDataPlane Service => _service;

    /// <summary>These tests are about edits of the spec; races and random runs have tests of their own.</summary>
    public override ConformanceOptions Options => base.Options with { ConcurrentRuns = TestScale.Choose(full: 100, reduced: 10), RandomSequences = TestScale.Choose(full: 200, reduced: 10) };

    public override async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
