using System.Collections.Concurrent;
using IotJobsData;

namespace JobsSpecGen.CompiledTests.Stepping;

/// <summary>Many threads on one thing of the reference: every accepted update has a version of its own, and none is lost.</summary>
public sealed class ConcurrencyTests
{
    private const int Threads = 8;
    private const int CallsOfAThread = 2000;

    [Fact]
    public async Task Versions_have_no_gaps()
    {
        var reference = new InMemoryJobsDataPlane();
        await reference.CreateJobExecutionAsync(new() { ThingName = "thing-1", JobId = "job-1", JobDocument = "{}" }, TestContext.Current.CancellationToken);
        var versions = new ConcurrentBag<long>();

        await OnThreadsAsync(async () => versions.Add((await UpdateAsync(reference, null)).VersionNumber));

        Assert.Equal(Enumerable.Range(2, Threads * CallsOfAThread).Select(v => (long)v), versions.Order());
    }

    [Fact]
    public async Task Of_writers_with_the_same_expectation_one_gets_through()
    {
        var reference = new InMemoryJobsDataPlane();
        await reference.CreateJobExecutionAsync(new() { ThingName = "thing-1", JobId = "job-1", JobDocument = "{}" }, TestContext.Current.CancellationToken);
        var versions = new ConcurrentBag<long>();
        var refused = 0;
        var known = 1L;

        await OnThreadsAsync(async () =>
        {
            try
            {
                var state = await UpdateAsync(reference, Volatile.Read(ref known));
                versions.Add(state.VersionNumber);
                Volatile.Write(ref known, state.VersionNumber);
            }
            catch (VersionMismatchException mismatch)
            {
                Interlocked.Increment(ref refused);
                Volatile.Write(ref known, mismatch.ExecutionState!.VersionNumber);
            }
        });

        Assert.Equal(Threads * CallsOfAThread, versions.Count + refused);
        Assert.Equal(Enumerable.Range(2, versions.Count).Select(v => (long)v), versions.Order());
    }

    private static async ValueTask<JobExecutionState> UpdateAsync(InMemoryJobsDataPlane reference, long? expected) =>
        (await reference.UpdateJobExecutionAsync(
            new() { ThingName = "thing-1", JobId = "job-1", Status = JobExecutionStatus.InProgress, IncludeJobExecutionState = true, ExpectedVersion = expected },
            TestContext.Current.CancellationToken)).ExecutionState!;

    private static Task OnThreadsAsync(Func<Task> call)
    {
        var start = new Barrier(Threads);
        return Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(
            async () =>
            {
                start.SignalAndWait(TestContext.Current.CancellationToken);
                for (var i = 0; i < CallsOfAThread; i++)
                {
                    await call();
                }
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));
    }
}
