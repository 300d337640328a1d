using System.Net.Sockets;
using System.Text;
using IotJobs.Server;
using IotJobsData;

namespace JobsSpecGen.CompiledTests.Http.Hostile;

/// <summary>Clients that are slow, many or large. With the limits that the sample server sets they cost little, and others are served meanwhile.</summary>
public class FloodTests
{
    private const string Update = "POST /things/thing-1/jobs/job-1 HTTP/1.1\r\nHost: test\r\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("idle", 1_200, "")]
    [InlineData("headers", 200, "POST /things/thing-1/jobs/job-1 HTTP/1.1\r\nHost: te")]
    [InlineData("body", 200, Update + "Content-Length: 100\r\n\r\n{")]
    [InlineData("chunks", 200, Update + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n")]
    [InlineData("much that never comes", 1_000, Update + "Content-Length: 262144\r\n\r\n{")]
    public async Task Others_are_served_while_connections_hang(string what, int count, string begin)
    {
        await using var jobs = await JobsOverHttp.StartAsync(kestrel: ServerLimits.Set);
        await jobs.QueueAsync("thing-1", "job-1");
        var hanging = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => OpenAsync(jobs, begin)));
        try
        {
            Assert.Equal("job-1", Assert.Single((await jobs.Client.GetPendingJobExecutionsAsync(new() { ThingName = "thing-1" }, Stop)).QueuedJobs).JobId);
            Assert.NotNull((await jobs.Client.StartNextPendingJobExecutionAsync(new() { ThingName = "thing-1" }, Stop)).Execution);
            Assert.NotNull((await jobs.Client.DescribeJobExecutionAsync(new() { ThingName = "thing-1", JobId = "$next" }, Stop)).Execution);
            await jobs.Client.UpdateJobExecutionAsync(new() { ThingName = "thing-1", JobId = "job-1", Status = JobExecutionStatus.Succeeded }, Stop);
            Assert.True(hanging.All(connection => connection.Connected), what);
        }
        finally
        {
            Array.ForEach(hanging, connection => connection.Dispose());
        }
    }

    [Theory]
    [InlineData("POST /things/thing-1/jobs/job-1 HTTP/1.1\r\nHost: te", 408, null)]
    [InlineData(Update + "Content-Length: 100\r\n\r\n{", 408, "RequestTimeoutException")]
    [InlineData(Update + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n", 408, "RequestTimeoutException")]
    public async Task Who_is_too_slow_is_told_so_and_changes_nothing(string begin, int status, string? type)
    {
        await using var jobs = await JobsOverHttp.StartAsync(kestrel: kestrel =>
        {
            ServerLimits.Set(kestrel);
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(1);
            kestrel.Limits.MinRequestBodyDataRate = new(240, TimeSpan.FromSeconds(1.5));
        });
        await jobs.QueueAsync("thing-1", "job-1");
        var before = await jobs.StoredAsync("thing-1", "job-1");
        var answers = await RawAnswers.OfAsync(jobs.Host.Http.BaseAddress!, Encoding.UTF8.GetBytes(begin), Stop);
        Assert.Equal([status], answers.Statuses);
        Assert.Equal(type is not null, answers.Text.Contains("x-amzn-ErrorType: " + type, StringComparison.Ordinal));
        Assert.Equal(before, await jobs.StoredAsync("thing-1", "job-1"));
    }

    [Fact]
    public async Task Who_connects_to_a_full_house_is_turned_away_until_somebody_leaves()
    {
        await using var jobs = await JobsOverHttp.StartAsync(kestrel: kestrel =>
        {
            ServerLimits.Set(kestrel);
            kestrel.Limits.MaxConcurrentConnections = 3;
        });
        var request = "GET /things/thing-1/jobs HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n"u8.ToArray();
        var guests = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => OpenAsync(jobs, "GET /things/thing-1/jobs HTTP/1.1\r\nHost: test\r\n\r\n")));
        foreach (var guest in guests)
        {
            Assert.NotEqual(0, await guest.ReceiveAsync(new byte[4096], Stop));
        }

        Assert.Empty((await RawAnswers.OfAsync(jobs.Host.Http.BaseAddress!, request, Stop)).Statuses);
        Array.ForEach(guests, guest => guest.Dispose());
        RawAnswers answers;
        do
        {
            answers = await RawAnswers.OfAsync(jobs.Host.Http.BaseAddress!, request, Stop);
        }
        while (answers.Statuses.Length == 0);
        Assert.Equal([200], answers.Statuses);
    }

    public static TheoryData<string, int, string> TooMuch => new()
    {
        { "many headers", 431, Update + string.Concat(Enumerable.Range(0, 200).Select(i => $"X-{i}: 1\r\n")) + "\r\n" },
        { "a huge header", 431, Update + "X-Huge: " + new string('x', 100_000) + "\r\n\r\n" },
        { "a huge target", 414, $"GET /things/{new string('x', 100_000)}/jobs HTTP/1.1\r\nHost: test\r\n\r\n" },
        { "a huge query", 414, $"GET /things/thing-1/jobs?{new string('x', 100_000)} HTTP/1.1\r\nHost: test\r\n\r\n" },
        { "a huge body", 413, Update + "Content-Length: 10000000000\r\n\r\n{" },
        { "a huge body in chunks", 413, Update + "Transfer-Encoding: chunked\r\n\r\n" + string.Concat(Enumerable.Repeat($"10000\r\n{new string(' ', 0x10000)}\r\n", 8)) },
        { "a huge chunk", 413, Update + "Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n" + new string(' ', 400_000) },
    };

    [Theory]
    [MemberData(nameof(TooMuch), DisableDiscoveryEnumeration = true)]
    public async Task Who_says_too_much_is_refused_and_changes_nothing(string what, int status, string request)
    {
        await using var jobs = await JobsOverHttp.StartAsync(kestrel: kestrel =>
        {
            ServerLimits.Set(kestrel);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(1);
        });
        await jobs.QueueAsync("thing-1", "job-1");
        var before = await jobs.StoredAsync("thing-1", "job-1");
        using var connection = await OpenAsync(jobs, request);
        var buffer = new byte[4096];
        var answer = Encoding.Latin1.GetString(buffer, 0, await connection.ReceiveAsync(buffer, Stop));
        Assert.True(answer.StartsWith($"HTTP/1.1 {status} ", StringComparison.Ordinal), what + ": " + answer);
        Assert.Equal(before, await jobs.StoredAsync("thing-1", "job-1"));
        Assert.Single((await jobs.Client.GetPendingJobExecutionsAsync(new() { ThingName = "thing-1" }, Stop)).QueuedJobs);
    }

    /// <summary>What is said of a length must not cost memory before it is there.</summary>
    [Fact]
    public async Task A_body_takes_memory_as_it_comes()
    {
        const int connections = 500;

        // Other tests take memory, too: of several measurements the least counts.
        var least = long.MaxValue;
        for (var i = 0; i < 3 && least >= connections * 65_536L; i++)
        {
            least = Math.Min(least, await TakenByBodiesAsync(connections));
        }

        Assert.True(least < connections * 65_536L, $"{least / connections} bytes a connection");
    }

    private static async Task<long> TakenByBodiesAsync(int connections)
    {
        await using var jobs = await JobsOverHttp.StartAsync();
        await jobs.QueueAsync("thing-1", "job-1");
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var hanging = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => OpenAsync(jobs, Update + "Content-Length: 262144\r\nExpect: 100-continue\r\n\r\n")));
        try
        {
            // Kestrel asks for the body at the moment in which the server begins to read it.
            foreach (var connection in hanging)
            {
                Assert.NotEqual(0, await connection.ReceiveAsync(new byte[100], Stop));
            }

            return GC.GetTotalMemory(forceFullCollection: true) - before;
        }
        finally
        {
            Array.ForEach(hanging, connection => connection.Dispose());
        }
    }

    private static async Task<Socket> OpenAsync(JobsOverHttp jobs, string begin)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(jobs.Host.Http.BaseAddress!.Host, jobs.Host.Http.BaseAddress.Port, Stop);
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(begin), Stop);
        }
        catch (SocketException)
        {
            // The server has refused already, and reads no more.
        }

        return socket;
    }
}
