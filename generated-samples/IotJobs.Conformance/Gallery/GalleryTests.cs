using IotJobs.Faulty;
using JobsSpecGen.Conformance;

namespace IotJobs.Conformance;

/// <summary>The mistakes of the gallery are there, and are of the kind that the gallery says.</summary>
public class GalleryTests
{
    /// <summary>The mistakes with several callers.</summary>
    public static TheoryData<string> Races => [.. Gallery.Races.Select(r => r.Name)];

    /// <summary>The mistakes that a crash brings to light.</summary>
    public static TheoryData<string> Restarts => [.. Gallery.Restarts.Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Races))]
    public async Task A_race_has_an_outcome_that_no_order_of_the_calls_has(string name) =>
        Assert.NotNull(await ConcurrentRounds.FindAsync(Gallery.Races.Single(r => r.Name == name).Make, rounds: 3000, Token));

    [Fact]
    public async Task Without_a_mistake_every_outcome_is_that_of_some_order() =>
        Assert.Null(await ConcurrentRounds.FindAsync(() => new JobsOverDatabase(), rounds: 300, Token));

    [Theory]
    [MemberData(nameof(Restarts))]
    public async Task A_restart_loses_something(string name)
    {
        var jobs = Gallery.Restarts.Single(r => r.Name == name).Make();
        Assert.NotEqual(await LookAsync(jobs), await RestartAndLookAsync(jobs));
    }

    [Fact]
    public async Task Without_a_mistake_a_restart_loses_nothing()
    {
        var jobs = new RestartableJobs();
        Assert.Equal(await LookAsync(jobs), await RestartAndLookAsync(jobs));
    }

    [Theory]
    [MemberData(nameof(Races))]
    public async Task A_race_does_not_show_with_one_call_after_the_other(string name) =>
        await AssertConformsAsync(() => new RacyBackend(Gallery.Races.Single(r => r.Name == name)), name);

    [Theory]
    [MemberData(nameof(Restarts))]
    public async Task What_a_restart_loses_is_there_before_it(string name) =>
        await AssertConformsAsync(() => new ForgetfulBackend(Gallery.Restarts.Single(r => r.Name == name)), name);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task AssertConformsAsync(Func<JobsDataPlaneBackend> create, string name)
    {
        var report = await new ConformanceRun(JobsDataPlaneSuite.Instance, create, name).ReportAsync(Token);
        Assert.Empty(report.Clauses.Where(c => c.Verdict == Verdict.Violated).Select(c => c.Failures[0].Message));
    }

    /// <summary>Lets a thing have one execution of every kind, and tells what is to be seen of them.</summary>
    private static async Task<string> LookAsync(RestartableJobs jobs)
    {
        foreach (var jobId in (string[])["ended", "deleted", "started", "queued-1", "queued-2"])
        {
            await jobs.CreateJobExecutionAsync(new() { ThingName = "thing", JobId = jobId, JobDocument = "{}" }, Token);
        }

        await jobs.UpdateJobExecutionAsync(new() { ThingName = "thing", JobId = "ended", Status = JobExecutionStatus.Succeeded }, Token);
        await jobs.DeleteJobExecutionAsync(new() { ThingName = "thing", JobId = "deleted" }, Token);
        await jobs.StartNextPendingJobExecutionAsync(new() { ThingName = "thing", StatusDetails = ValueMap.Create(("step", "download")) }, Token);
        return await SeenAsync(jobs);
    }

    private static Task<string> RestartAndLookAsync(RestartableJobs jobs)
    {
        jobs.Restart();
        return SeenAsync(jobs);
    }

    private static async Task<string> SeenAsync(RestartableJobs jobs)
    {
        var pending = await jobs.GetPendingJobExecutionsAsync(new() { ThingName = "thing" }, Token);
        List<string> seen = [$"{pending.InProgressJobs} {pending.QueuedJobs}"];
        foreach (var jobId in (string[])["ended", "deleted", "started", "queued-1", "queued-2"])
        {
            try
            {
                seen.Add((await jobs.DescribeJobExecutionAsync(new() { ThingName = "thing", JobId = jobId, IncludeJobDocument = true }, Token)).ToString());
            }
            catch (JobsDataPlaneException refusal)
            {
                seen.Add(refusal.Code);
            }
        }

        return string.Join('\n', seen);
    }
}
