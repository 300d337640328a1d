using System.Diagnostics;
using IotJobs.Faulty;

namespace IotJobs.Conformance;

/// <summary>
/// A small search for races, apart from the suite's own, so that each can be checked by the other: a few clients make a few calls at
/// once, and then the generated reference is asked whether any order of the calls gives the same answers.
/// </summary>
internal static class ConcurrentRounds
{
    private const int Clients = 3;
    private const int CallsOfEach = 2;

    /// <summary>The calls of the first round whose answers no order gives; null where there is none.</summary>
    public static async Task<IReadOnlyList<TimedCall>?> FindAsync(Func<JobsOverDatabase> make, int rounds, CancellationToken cancellationToken)
    {
        var random = new Random(1);
        for (var round = 0; round < rounds; round++)
        {
            var jobs = make();
            var calls = await PlayAsync(jobs, random, cancellationToken);
            if (!await HasOrderAsync([], calls))
            {
                return calls;
            }
        }

        return null;
    }

    private static async Task<List<TimedCall>> PlayAsync(JobsOverDatabase jobs, Random random, CancellationToken cancellationToken)
    {
        await QueueAsync(jobs);
        var scripts = Enumerable.Range(0, Clients).Select(_ => Enumerable.Range(0, CallsOfEach).Select(_ => random.GetItems(SampleCall.Menu, 1)[0]).ToArray()).ToArray();
        var played = await Task.WhenAll(scripts.Select(script => Task.Run(
            async () =>
            {
                var calls = new List<TimedCall>();
                foreach (var call in script)
                {
                    calls.Add(await TimeAsync(jobs, call));
                }

                return calls;
            },
            cancellationToken)));

        // What is to be seen when all is over belongs to the round, too.
        List<TimedCall> all = [.. played.SelectMany(p => p)];
        foreach (var look in SampleCall.Looks)
        {
            all.Add(await TimeAsync(jobs, look));
        }

        return all;
    }

    private static async Task<TimedCall> TimeAsync(JobsOverDatabase jobs, SampleCall call)
    {
        var start = Stopwatch.GetTimestamp();
        var outcome = await call.OutcomeAsync(jobs, jobs);
        return new(call, start, Stopwatch.GetTimestamp(), outcome);
    }

    /// <summary>Whether the calls that are left can follow those that are done. A call may come next if no other one ended before it began.</summary>
    private static async Task<bool> HasOrderAsync(IReadOnlyList<TimedCall> done, IReadOnlyList<TimedCall> left)
    {
        foreach (var next in left.Where(c => left.All(other => other.End >= c.Start)))
        {
            if (await FitsAsync(done, next) && (left.Count == 1 || await HasOrderAsync([.. done, next], [.. left.Where(c => c != next)])))
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<bool> FitsAsync(IReadOnlyList<TimedCall> done, TimedCall next)
    {
        var reference = new InMemoryJobsDataPlane();
        await QueueAsync(reference);
        foreach (var call in done)
        {
            await call.Call.OutcomeAsync(reference, reference);
        }

        return await next.Call.OutcomeAsync(reference, reference) == next.Outcome;
    }

    private static async Task QueueAsync(IJobsDataPlaneEnvironment environment)
    {
        await environment.CreateJobExecutionAsync(new() { ThingName = "thing", JobId = "job-1", JobDocument = "{}" });
        await environment.CreateJobExecutionAsync(new() { ThingName = "thing", JobId = "job-2", JobDocument = "{}" });
    }
}

/// <summary>A call, when it was made and answered, and what came of it.</summary>
internal sealed record TimedCall(SampleCall Call, long Start, long End, string Outcome);
