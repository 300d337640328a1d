using IotJobs.Sqlite;

namespace IotJobs.Conformance;

/// <summary>What a file and many callers add to the spec: what was acknowledged stays, and only one writer wins.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jobs-");

    private string File => Path.Combine(_folder.FullName, "jobs.db");

    [Fact]
    public async Task What_was_acknowledged_is_there_after_a_restart()
    {
        JobExecution? started;
        await using (var jobs = new SqliteJobsDataPlane(File))
        {
            await QueueAsync(jobs, "job-1", "{\"note\":\"a\0b \ud800 \U0001F600\"}");
            var answer = await jobs.StartNextPendingJobExecutionAsync(new() { ThingName = "thing", StatusDetails = ValueMap.Create(("step", "\U0001F600")) }, Token);
            started = answer.Execution;
        }

        await using var again = new SqliteJobsDataPlane(File);
        var described = await again.DescribeJobExecutionAsync(new() { ThingName = "thing", JobId = "job-1", IncludeJobDocument = true }, Token);
        Assert.Equal(started, described.Execution);
        Assert.Equal("{\"note\":\"a\0b \ud800 \U0001F600\"}", started?.JobDocument);
    }

    [Fact]
    public async Task Many_starts_at_once_start_one_execution_once()
    {
        await using var jobs = new SqliteJobsDataPlane(File);
        await QueueAsync(jobs, "job-1", "{}");
        await QueueAsync(jobs, "job-2", "{}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            Task.Run(() => jobs.StartNextPendingJobExecutionAsync(new() { ThingName = "thing" }, Token).AsTask())));
        Assert.Equal(("job-1", 2L), Assert.Single(answers.Select(a => (a.Execution!.JobId, a.Execution.VersionNumber)).Distinct()));
    }

    [Fact]
    public async Task A_cancelled_call_does_nothing()
    {
        await using var jobs = new SqliteJobsDataPlane(File);
        await QueueAsync(jobs, "job-1", "{}");
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await jobs.StartNextPendingJobExecutionAsync(new() { ThingName = "thing" }, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await jobs.GetPendingJobExecutionsAsync(new() { ThingName = "thing" }, cancelled));
        var pending = await jobs.GetPendingJobExecutionsAsync(new() { ThingName = "thing" }, Token);
        Assert.Equal(1, Assert.Single(pending.QueuedJobs).VersionNumber);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ValueTask QueueAsync(SqliteJobsDataPlane jobs, string jobId, string jobDocument) =>
        jobs.CreateJobExecutionAsync(new() { ThingName = "thing", JobId = jobId, JobDocument = jobDocument }, Token);
}
