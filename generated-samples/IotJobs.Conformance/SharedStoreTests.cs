using IotJobs.Postgres;
using IotJobs.Sqlite;
using IotJobs.Stored;

namespace IotJobs.Conformance;

/// <summary>Two doors to one store, as two processes have it: they open it at the same moment, and what went in by one comes out by the other.</summary>
public class SharedStoreTests
{
    [Fact]
    public async Task A_SQLite_file()
    {
        var folder = Directory.CreateTempSubdirectory("jobs-");
        await CheckAsync(() => new SqliteJobsDataPlane(Path.Combine(folder.FullName, "jobs.db")));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_PostgreSQL_database()
    {
        PostgresInstallation.SkipWithout();
        using var database = new PostgresDatabase();
        await CheckAsync(() => new PostgresJobsDataPlane(database.ConnectionString));
    }

    private static async Task CheckAsync(Func<StoredJobsDataPlane> open)
    {
        var doors = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(open, Token)));
        const string document = "{\"note\":\"a\0b \ud800 \U0001F600\"}";
        await doors[0].CreateJobExecutionAsync(new() { ThingName = "thing", JobId = "job", JobDocument = document }, Token);
        var outcomes = await Task.WhenAll(doors.SelectMany(door => Enumerable.Range(0, 5).Select(_ => Task.Run(() => TryStartAsync(door), Token))));
        Assert.Single(outcomes, won => won);
        foreach (var door in doors)
        {
            var answer = await door.DescribeJobExecutionAsync(new() { ThingName = "thing", JobId = "job", IncludeJobDocument = true }, Token);
            Assert.Equal((2L, document), (answer.Execution!.VersionNumber, answer.Execution.JobDocument));
            await door.DisposeAsync();
        }
    }

    private static async Task<bool> TryStartAsync(StoredJobsDataPlane door)
    {
        try
        {
            await door.UpdateJobExecutionAsync(new() { ThingName = "thing", JobId = "job", Status = JobExecutionStatus.InProgress, ExpectedVersion = 1 }, Token);
            return true;
        }
        catch (VersionMismatchException mismatch) when (mismatch.ExecutionState?.VersionNumber == 2)
        {
            return false;
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
