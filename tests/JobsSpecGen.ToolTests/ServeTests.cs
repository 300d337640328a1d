using System.Net;
using System.Net.Sockets;
using System.Text;

namespace JobsSpecGen.ToolTests;

public sealed class ServeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_device_is_served_from_memory()
    {
        await using var server = await ServerProcess.StartAsync();
        var jobs = new JobsDataPlaneHttpClient(_http, server.Address);

        Assert.True(IPAddress.IsLoopback(IPAddress.Parse(server.Address.Host)));
        Assert.Null((await jobs.StartNextPendingJobExecutionAsync(new() { ThingName = "pump" }, Stop)).Execution);
        await Assert.ThrowsAsync<ResourceNotFoundException>(async () => await jobs.DescribeJobExecutionAsync(new() { ThingName = "pump", JobId = "j" }, Stop));
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_a_kill()
    {
        var path = _folder["jobs.db"];
        JobExecution started;
        await using (var server = await ServerProcess.StartAsync("--storage", path))
        {
            var jobs = new JobsDataPlaneHttpClient(_http, server.Address);
            using var job = new StringContent("""{ "targets": ["arn:aws:iot:us-east-1:000000000000:thing/pump"], "document": "{}" }""", Encoding.UTF8, "application/json");
            Assert.Equal(HttpStatusCode.OK, (await _http.PutAsync(new Uri(server.Address, "/jobs/j"), job, Stop)).StatusCode);
            started = (await jobs.StartNextPendingJobExecutionAsync(new() { ThingName = "pump", StatusDetails = ValueMap.Create(("step", "é😀")) }, Stop)).Execution!;
            await server.KillAsync();
        }

        await using var again = await ServerProcess.StartAsync("--storage", path);
        var after = await new JobsDataPlaneHttpClient(_http, again.Address).DescribeJobExecutionAsync(new() { ThingName = "pump", JobId = "j", IncludeJobDocument = true }, Stop);
        Assert.Equal(JobExecutionStatus.InProgress, started.Status);
        Assert.Equal(started, after.Execution);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task It_ends_with_0_when_it_is_asked_to(string signal)
    {
        await using var server = await ServerProcess.StartAsync("--storage", _folder["jobs.db"]);
        Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync(new Uri(server.Address, "/things/a/jobs"), Stop)).StatusCode);

        Assert.Equal(0, await server.SignalAsync(signal));
        Assert.Equal("", await server.OutputAsync());
        Assert.Equal("", await server.ErrorsAsync());
        Assert.Equal([_folder["jobs.db"]], Directory.GetFiles(_folder.Path)); // nothing is left beside the file
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_in_one_line()
    {
        await using var server = await ServerProcess.StartAsync();
        var port = server.Address.Port;

        var outcome = (await Run.JobspecAsync("serve", "--port", $"{port}")).Ended(2);

        Assert.Equal("", outcome.Output);
        Assert.Equal($"jobspec: cannot listen on 127.0.0.1:{port}: port {port} is in use. Choose another with --port, or any free one with --port 0.\n", outcome.Errors);
    }

    [Theory]
    [InlineData("--host", "192.0.2.1", "this machine does not have that address")]
    [InlineData("--host", "nowhere.invalid", "must be an IP address")]
    [InlineData("--port", "65536", "from 0 to 65535")]
    [InlineData("--storage", "/proc/none/jobs.db", "cannot use the storage '/proc/none/jobs.db'")]
    [InlineData("--revision", "2017-11-28", "Did you mean '2017-11-29'?")]
    public async Task What_cannot_be_done_is_2_and_told(string option, string value, string says)
    {
        var outcome = (await Run.JobspecAsync(["serve", .. option == "--port" ? [] : (string[])["--port", "0"], option, value])).Ended(2);

        Assert.Contains(says, outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_lets_others_in_is_told_loudly()
    {
        await using var server = await ServerProcess.StartAsync("--host", "0.0.0.0");
        Assert.Equal(0, await server.SignalAsync("TERM"));
        Assert.Contains("WARNING: 0.0.0.0 is not a loopback address", await server.ErrorsAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/", 404, "UnknownOperationException")]
    [InlineData("GET", "/things//jobs", 404, "UnknownOperationException")]
    [InlineData("POST", "/things/a/jobs/b/c", 404, "UnknownOperationException")]
    [InlineData("DELETE", "/things/a/jobs", 405, "MethodNotAllowedException")]
    public async Task What_no_operation_takes_is_told_as_an_AWS_service_would(string method, string path, int status, string type)
    {
        await using var server = await ServerProcess.StartAsync();

        using var request = new HttpRequestMessage(new(method), new Uri(server.Address, path));
        using var answer = await _http.SendAsync(request, Stop);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(type, Assert.Single(answer.Headers.GetValues("x-amzn-ErrorType")));
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        using var body = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        Assert.NotEqual("", body.RootElement.GetProperty("message").GetString());
    }

    [Fact]
    public async Task It_says_what_it_is_as_OpenAPI()
    {
        await using var server = await ServerProcess.StartAsync();
        using var document = System.Text.Json.JsonDocument.Parse(await _http.GetStringAsync(new Uri(server.Address, "/openapi.json"), Stop));
        Assert.True(document.RootElement.GetProperty("paths").TryGetProperty("/things/{thingName}/jobs/{jobId}", out _));
    }

    [Theory]
    [InlineData("the line", 414)]
    [InlineData("a header", 431)]
    [InlineData("many headers", 431)]
    [InlineData("the body", 413)]
    public async Task What_is_too_large_is_refused_and_the_server_tells_nothing_of_itself(string what, int status)
    {
        await using var server = await ServerProcess.StartAsync();
        var request = what switch
        {
            "the line" => $"GET /things/{new string('a', 9000)}/jobs HTTP/1.1\r\nHost: x\r\n\r\n",
            "a header" => $"GET /things/a/jobs HTTP/1.1\r\nHost: x\r\nLong: {new string('a', 17_000)}\r\n\r\n",
            "many headers" => $"GET /things/a/jobs HTTP/1.1\r\nHost: x\r\n{string.Concat(Enumerable.Range(0, 70).Select(i => $"h{i}: 1\r\n"))}\r\n",
            _ => "POST /things/a/jobs/b HTTP/1.1\r\nHost: x\r\nContent-Length: 300000\r\n\r\n",
        };

        var answer = await SendAsync(server.Address, request);

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Server:", answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    /// <summary>Sends bytes as they are, and reads what comes first.</summary>
    private static async Task<string> SendAsync(Uri address, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, Stop);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Stop);
        var answer = new byte[4096];
        return Encoding.UTF8.GetString(answer, 0, await stream.ReadAtLeastAsync(answer, "HTTP/1.1 200 ".Length, throwOnEndOfStream: false, Stop));
    }
}
