using System.Collections.Concurrent;
using System.Text;
using IotJobsData;
using JobsSpecGen.CompiledTests.Http.Signatures;

namespace JobsSpecGen.CompiledTests.Http.Hostile;

/// <summary>
/// Requests with damaged bytes. Whatever the damage: the server answers or closes, it does not fail, and what it refuses has
/// changed nothing. Each request is for a thing of its own, whose name no small damage turns into that of another.
/// </summary>
public class MutationTests
{
    private const int Seed = 20261125;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_damage_to_a_request_harms_the_server(bool isSigned)
    {
        var count = isSigned ? TestScale.Choose(full: 2_000, reduced: 150) : TestScale.Choose(full: 10_000, reduced: 500);
        TestContext.Current.SendDiagnosticMessage($"seed {Seed}");
        // Who leaves a request open, or a connection, is told so soon.
        await using var jobs = await JobsOverHttp.StartAsync(
            signatures: isSigned ? new((id, _) => new(id == SignedJobs.Alice.AccessKeyId ? SignedJobs.Alice : null), SignedJobs.Region) : null,
            kestrel: kestrel =>
            {
                kestrel.Limits.KeepAliveTimeout = kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(1);
                kestrel.Limits.MinRequestBodyDataRate = new(240, TimeSpan.FromSeconds(1.5));
            });
        var cases = await CasesAsync(jobs, count, isSigned);
        var (wrong, statuses) = (new ConcurrentBag<string>(), new ConcurrentDictionary<int, int>());
        var options = new ParallelOptions { MaxDegreeOfParallelism = 256, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(cases, options, async (one, stop) =>
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(TimeSpan.FromMinutes(2));
            try
            {
                var answers = await RawAnswers.OfAsync(jobs.Host.Http.BaseAddress!, one.Bytes, patience.Token);
                Array.ForEach(answers.Statuses, status => statuses.AddOrUpdate(status, 1, (_, n) => n + 1));
                if (await MistakeAsync(jobs, one, answers) is { } mistake)
                {
                    wrong.Add($"{mistake}, seed {Seed}, case {one.Number}:\n{Encoding.Latin1.GetString(one.Bytes)}\n---\n{answers.Text}");
                }
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                wrong.Add($"The server neither answered nor closed, seed {Seed}, case {one.Number}:\n{Encoding.Latin1.GetString(one.Bytes)}");
            }
        });

        Assert.True(wrong.IsEmpty, string.Join("\n======\n", wrong.Take(5)) + $"\n{wrong.Count} of {count}");
        Assert.True(statuses.GetValueOrDefault(400) > count / 10, string.Join(", ", statuses));
        Assert.True(statuses.GetValueOrDefault(isSigned ? 403 : 200) > count / 10, string.Join(", ", statuses));
        var alive = await RawAnswers.OfAsync(jobs.Host.Http.BaseAddress!, cases[3].Whole, TestContext.Current.CancellationToken);
        Assert.Equal([200], alive.Statuses);
    }

    private static async Task<string?> MistakeAsync(JobsOverHttp jobs, Case one, RawAnswers answers)
    {
        // What Kestrel says to a version of HTTP that is none.
        if (answers.Statuses.Any(status => status >= 500 && status != 505))
        {
            return "The server failed";
        }

        var mayChange = !answers.IsWhole || answers.Statuses.Any(status => status < 300);
        return mayChange || await IsQueuedAsync(jobs, one.Thing) ? null : "A refused request has changed something";
    }

    private static async Task<bool> IsQueuedAsync(JobsOverHttp jobs, string thing)
    {
        try
        {
            return await jobs.StoredAsync(thing, "job-1") is { Status: JobExecutionStatus.Queued, VersionNumber: 1 };
        }
        catch (TerminalStateException)
        {
            return false;
        }
    }

    private static async Task<List<Case>> CasesAsync(JobsOverHttp jobs, int count, bool isSigned)
    {
        var (random, mutations, cases) = (new Random(Seed), new ByteMutations(Seed), new List<Case>());
        for (var number = 0; number < count; number++)
        {
            var thing = random.NextInt64().ToString("x16", provider: null);
            await jobs.QueueAsync(thing, "job-1");
            var requests = await RequestsAsync(jobs, thing, isSigned);
            var whole = requests[number % requests.Count];
            cases.Add(new(number, thing, whole, mutations.Damage(whole, requests[random.Next(requests.Count)])));
        }

        return cases;
    }

    /// <summary>A request of each operation that changes something or shows something, and asks for the connection to be closed.</summary>
    private static async Task<IReadOnlyList<byte[]>> RequestsAsync(JobsOverHttp jobs, string thing, bool isSigned)
    {
        (string Method, string Target, string? Body)[] requests =
        [
            ("POST", $"/things/{thing}/jobs/job-1", """{"status":"SUCCEEDED","statusDetails":{"step":"5/5"},"expectedVersion":1,"includeJobExecutionState":true}"""),
            ("PUT", $"/things/{thing}/jobs/$next", """{"statusDetails":{"step":"h \u00e9"}}"""),
            ("GET", $"/things/{thing}/jobs/%24next?includeJobDocument=true&executionNumber=1", null),
            ("GET", $"/things/{thing}/jobs", null),
        ];
        var written = new List<byte[]>();
        foreach (var (method, target, body) in requests)
        {
            using var message = new HttpRequestMessage(new HttpMethod(method), new Uri(jobs.Host.Http.BaseAddress!, target));
            message.Content = body is null ? null : new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
            if (isSigned)
            {
                await JobsDataPlaneSigV4.SignAsync(message, SignedJobs.Alice, SignedJobs.Region, DateTimeOffset.UtcNow);
            }

            var headers = string.Concat(message.Headers.NonValidated.Select(header => $"{header.Key}: {header.Value}\r\n"));
            var about = body is null ? "" : $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n";
            written.Add(Encoding.UTF8.GetBytes($"{method} {target} HTTP/1.1\r\nHost: {message.RequestUri!.Authority}\r\nConnection: close\r\n{headers}{about}\r\n{body}"));
        }

        return written;
    }

    private sealed record Case(int Number, string Thing, byte[] Whole, byte[] Bytes);
}
