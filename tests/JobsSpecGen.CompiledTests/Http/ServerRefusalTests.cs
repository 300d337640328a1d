using IotJobsData;

namespace JobsSpecGen.CompiledTests.Http;

/// <summary>What the server refuses, how it says so, and that nothing was changed.</summary>
public class ServerRefusalTests
{
    private const string Update = "/things/thing-1/jobs/job-1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_error_is_typed_on_the_other_side()
    {
        await using var jobs = await JobsOverHttp.StartAsync();
        await jobs.QueueAsync("thing-1", "job-1");
        var request = new UpdateJobExecutionRequest { ThingName = "thing-1", JobId = "job-1", Status = JobExecutionStatus.Succeeded, ExpectedVersion = 7 };
        var mismatch = await RefusalAsync<VersionMismatchException>(jobs.Client.UpdateJobExecutionAsync(request, Stop));
        Assert.Equal((409, 1L), (mismatch.HttpStatus, mismatch.ExecutionState!.VersionNumber));
        await jobs.Client.UpdateJobExecutionAsync(request with { ExpectedVersion = 1 }, Stop);
        var terminal = await RefusalAsync<InvalidStateTransitionException>(jobs.Client.UpdateJobExecutionAsync(request with { ExpectedVersion = null }, Stop));
        Assert.Equal((409, JobExecutionStatus.Succeeded), (terminal.HttpStatus, terminal.ExecutionState!.Status));
        await RefusalAsync<TerminalStateException>(jobs.Client.DescribeJobExecutionAsync(new() { ThingName = "thing-1", JobId = "job-1" }, Stop));
        await RefusalAsync<ResourceNotFoundException>(jobs.Client.DescribeJobExecutionAsync(new() { ThingName = "thing-1", JobId = "job-2" }, Stop));
        await RefusalAsync<InvalidRequestException>(jobs.Client.UpdateJobExecutionAsync(request with { Status = JobExecutionStatus.Queued }, Stop));
    }

    [Fact]
    public async Task A_mismatch_goes_out_as_the_conflict_that_AWS_clients_know()
    {
        await using var jobs = await JobsOverHttp.StartAsync();
        await jobs.QueueAsync("thing-1", "job-1");
        var (status, type, body) = await jobs.Host.SendAsync("POST", Update, """{"status":"SUCCEEDED","expectedVersion":7}""");
        Assert.Equal((409, "InvalidStateTransitionException"), (status, type));
        Assert.EndsWith(",\"code\":\"VersionMismatchException\",\"executionState\":{\"status\":\"QUEUED\",\"versionNumber\":1}}", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"status":"SUCCEEDED" """, "$")]
    [InlineData("""{"status":"SUCCEEDED"} x""", "$")]
    [InlineData("""{"status":"PAUSED"}""", "$.status: expected one of")]
    [InlineData("""{"status":3}""", "$.status: expected")]
    [InlineData("""{"statusDetails":{}}""", "$: 'status' is required and missing or null")]
    [InlineData("", "$: 'status' is required and missing or null")]
    [InlineData("""{"status":"FAILED","statusDetails":{"a":1}}""", "$.statusDetails.a: expected a string")]
    [InlineData("""{"status":"FAILED","expectedVersion":1.5}""", "$.expectedVersion: ")]
    [InlineData("[]", "$: expected an object")]
    [InlineData("null", "$: expected an object")]
    [InlineData("""{"status":"FAILED","statusDetails":{"a":"","b c":"x"}}""", "The request breaks 2 constraints: statusDetails")]
    public async Task A_wrong_body_is_refused_with_its_place_and_changes_nothing(string body, string message)
    {
        await using var jobs = await JobsOverHttp.StartAsync();
        await jobs.QueueAsync("thing-1", "job-1");
        var before = await jobs.StoredAsync("thing-1", "job-1");
        var (status, type, answer) = await jobs.Host.SendAsync("POST", Update, body);
        Assert.Equal((400, "InvalidRequestException"), (status, type));
        Assert.StartsWith(message, System.Text.Json.Nodes.JsonNode.Parse(answer)!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(before, await jobs.StoredAsync("thing-1", "job-1"));
    }

    [Fact]
    public async Task A_body_that_breaks_off_anywhere_changes_nothing()
    {
        await using var jobs = await JobsOverHttp.StartAsync();
        await jobs.QueueAsync("thing-1", "job-1");
        var before = await jobs.StoredAsync("thing-1", "job-1");
        const string whole = """{"status":"SUCCEEDED","statusDetails":{"a":"b"}}""";
        for (var length = 0; length < whole.Length; length++)
        {
            var answer = await RawHttp.SendAsync(jobs.Host.Http.BaseAddress!, $"POST {Update} HTTP/1.1\nContent-Type: application/json\nContent-Length: {whole.Length}", whole[..length], endsEarly: true);
            Assert.True(RawHttp.StatusOf(answer) is 400 or 0, answer);
        }

        Assert.Equal(before, await jobs.StoredAsync("thing-1", "job-1"));
    }

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("Application/JSON; charset=utf-8", 200)]
    [InlineData("application/x-amz-json-1.1", 200)]
    [InlineData("application/vnd.jobs+json", 200)]
    [InlineData(null, 200)]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    public async Task A_body_is_JSON_or_says_nothing_of_its_type(string? contentType, int expected)
    {
        await using var jobs = await JobsOverHttp.StartAsync();
        await jobs.QueueAsync("thing-1", "job-1");
        var (status, type, _) = await jobs.Host.SendAsync("POST", Update, """{"status":"SUCCEEDED"}""", contentType);
        Assert.Equal((expected, expected == 200 ? null : "UnsupportedMediaTypeException"), (status, type));
    }

    [Theory]
    [InlineData("Content-Length: 300000")]
    [InlineData("Transfer-Encoding: chunked")]
    public async Task A_body_that_is_too_large_is_refused(string head)
    {
        await using var jobs = await JobsOverHttp.StartAsync();
        await jobs.QueueAsync("thing-1", "job-1");
        var body = new string(' ', 300_000);
        var answer = await RawHttp.SendAsync(jobs.Host.Http.BaseAddress!, $"POST {Update} HTTP/1.1\n{head}", head.StartsWith('T') ? $"{300_000:x}\r\n{body}\r\n0\r\n\r\n" : body);
        Assert.Equal(413, RawHttp.StatusOf(answer));
        Assert.Contains("x-amzn-ErrorType: RequestEntityTooLargeException", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_does_what_the_host_does_not_let_them()
    {
        await using var jobs = await JobsOverHttp.StartAsync((context, thing) => new(context.Request.Headers["x-thing"] == thing));
        await jobs.QueueAsync("thing-1", "job-1");
        var before = await jobs.StoredAsync("thing-1", "job-1");
        foreach (var (method, target, body) in new[] { ("POST", Update, """{"status":"SUCCEEDED"}"""), ("POST", Update, "{"), ("GET", Update, null), ("GET", "/things/a%20b/jobs", null), ("PUT", "/things/thing-1/jobs/$next", "{}") })
        {
            var (status, type, answer) = await jobs.Host.SendAsync(method, target, body);
            Assert.Equal((403, "ForbiddenException", """{"message":"The caller may not do this."}"""), (status, type, answer));
        }

        Assert.Equal(before, await jobs.StoredAsync("thing-1", "job-1"));
        jobs.Host.Http.DefaultRequestHeaders.Add("x-thing", "thing-1");
        Assert.Single((await jobs.Client.GetPendingJobExecutionsAsync(new() { ThingName = "thing-1" }, Stop)).QueuedJobs);
        var refusal = await RefusalAsync<JobsDataPlaneHttpException>(jobs.Client.GetPendingJobExecutionsAsync(new() { ThingName = "thing-2" }, Stop));
        Assert.Equal((403, "ForbiddenException"), (refusal.HttpStatus, refusal.ErrorType));
    }

    [Fact]
    public async Task A_service_that_fails_tells_nothing_of_itself()
    {
        await using var jobs = await JobsOverHttp.StartAsync(service: new Stub(_ => throw new InvalidOperationException("the password is secret")));
        var (status, type, body) = await jobs.Host.SendAsync("GET", "/things/thing-1/jobs");
        Assert.Equal((500, "InternalFailure", """{"message":"The service failed."}"""), (status, type, body));
    }

    [Fact]
    public async Task An_error_of_another_service_is_passed_on()
    {
        await using var jobs = await JobsOverHttp.StartAsync(service: new Stub(_ => throw new JobsDataPlaneHttpException(429, "ThrottlingException", "")));
        Assert.Equal(429, (await RefusalAsync<JobsDataPlaneHttpException>(jobs.Client.GetPendingJobExecutionsAsync(new() { ThingName = "thing-1" }, Stop))).HttpStatus);
    }

    [Fact]
    public async Task Whoever_calls_off_a_call_calls_off_the_service()
    {
        var (begun, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var jobs = await JobsOverHttp.StartAsync(service: new Stub(async stop =>
        {
            stop.Register(ended.SetResult);
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, stop);
        }));
        using var call = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var pending = jobs.Client.GetPendingJobExecutionsAsync(new() { ThingName = "thing-1" }, call.Token).AsTask();
        await begun.Task.WaitAsync(Stop);
        await call.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        await ended.Task.WaitAsync(Stop);
    }

    private static Task<TError> RefusalAsync<TError>(ValueTask<GetPendingJobExecutionsResponse> call)
        where TError : Exception =>
        Assert.ThrowsAsync<TError>(call.AsTask);

    private static Task<TError> RefusalAsync<TError>(ValueTask<DescribeJobExecutionResponse> call)
        where TError : Exception =>
        Assert.ThrowsAsync<TError>(call.AsTask);

    private static Task<TError> RefusalAsync<TError>(ValueTask<UpdateJobExecutionResponse> call)
        where TError : Exception =>
        Assert.ThrowsAsync<TError>(call.AsTask);
}
