using JobsSpecGen.Conformance;

namespace IotJobs.Conformance;

/// <summary>A backend killed while many devices report: nothing that was acknowledged is lost, and nothing was made up.</summary>
public class KilledUnderLoadTests
{
    private const int Devices = 8;

    [Fact]
    public Task One_process_on_a_SQLite_file() => KillAsync(() => new SqliteProcessBackend());

    [Fact]
    public Task Two_processes_on_a_PostgreSQL_database()
    {
        PostgresInstallation.SkipWithout();
        return KillAsync(() => new PostgresProcessesBackend());
    }

    private static async Task KillAsync<TBackend>(Func<TBackend> create)
        where TBackend : JobsDataPlaneBackend, IRestartable
    {
        await using var backend = create();
        for (var device = 0; device < Devices; device++)
        {
            await backend.Environment!.CreateJobExecutionAsync(new() { ThingName = $"thing-{device}", JobId = "job", JobDocument = "{}" }, Token);
        }

        for (var round = 0; round < 2; round++)
        {
            var isWarm = new TaskCompletionSource();
            var reports = Enumerable.Range(0, Devices).Select(device => ReportAsync(backend.Service, $"thing-{device}", isWarm)).ToArray();
            await isWarm.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
            await backend.RestartAsync(Token);
            foreach (var (thingName, acknowledged) in await Task.WhenAll(reports))
            {
                var stored = await backend.Service.DescribeJobExecutionAsync(new() { ThingName = thingName, JobId = "job" }, Token);

                // The report that was under way when the process was killed may have been stored or not.
                Assert.InRange(stored.Execution!.VersionNumber, acknowledged, acknowledged + 1);
            }
        }
    }

    /// <summary>Reports progress until an answer fails to come, and tells the last version that was acknowledged.</summary>
    private static async Task<(string ThingName, long Acknowledged)> ReportAsync(IJobsDataPlane jobs, string thingName, TaskCompletionSource isWarm)
    {
        var acknowledged = 0L;
        for (var reports = 1; ; reports++)
        {
            try
            {
                var answer = await jobs.UpdateJobExecutionAsync(
                    new() { ThingName = thingName, JobId = "job", Status = JobExecutionStatus.InProgress, IncludeJobExecutionState = true }, Token);
                acknowledged = answer.ExecutionState!.VersionNumber;
            }
            catch (TimeoutException)
            {
                return (thingName, acknowledged);
            }

            if (reports == 20)
            {
                isWarm.TrySetResult();
            }
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
