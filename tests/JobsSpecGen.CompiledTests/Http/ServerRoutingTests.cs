using IotJobsData;

namespace JobsSpecGen.CompiledTests.Http;

/// <summary>Which request reaches which operation, and with which names.</summary>
public class ServerRoutingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_operation_answers()
    {
        await using var jobs = await JobsOverHttp.StartAsync();
        await jobs.QueueAsync("js3:d_1-A", "job-1");
        var pending = await jobs.Client.GetPendingJobExecutionsAsync(new() { ThingName = "js3:d_1-A" }, Stop);
        Assert.Equal("job-1", Assert.Single(pending.QueuedJobs).JobId);
        var started = await jobs.Client.StartNextPendingJobExecutionAsync(new() { ThingName = "js3:d_1-A", StatusDetails = new([KeyValuePair.Create("step", "h é\"q \U0001F600")]) }, Stop);
        Assert.Equal((JobExecutionStatus.InProgress, "h é\"q \U0001F600"), (started.Execution!.Status, started.Execution.StatusDetails!["step"]));
        var updated = await jobs.Client.UpdateJobExecutionAsync(new() { ThingName = "js3:d_1-A", JobId = "job-1", Status = JobExecutionStatus.InProgress, ExpectedVersion = 2, IncludeJobExecutionState = true, IncludeJobDocument = true }, Stop);
        Assert.Equal((3L, """{"operation":"reboot"}"""), (updated.ExecutionState!.VersionNumber, updated.JobDocument));
        var described = await jobs.Client.DescribeJobExecutionAsync(new() { ThingName = "js3:d_1-A", JobId = "$next", IncludeJobDocument = true }, Stop);
        Assert.Equal(await jobs.StoredAsync("js3:d_1-A", "job-1"), described.Execution);
    }

    [Theory]
    [InlineData("PUT", "/things/thing-1/jobs/$next")]
    [InlineData("PUT", "/things/thing-1/jobs/%24next")]
    [InlineData("PUT", "/things/%74hing%2D1/jobs/%24%6eext")]
    [InlineData("GET", "/things/thing-1/jobs/$next")]
    [InlineData("GET", "/things/thing-1/jobs/%24next")]
    [InlineData("GET", "/things/thing-1/jobs/%24next?executionNumber=1&includeJobDocument=true")]
    [InlineData("GET", "/things/thing-1/jobs/job-1?unknown=1&ExecutionNumber=x")]
    [InlineData("GET", "/things/thing-1/jobs/job-1?executionNumber=7&executionNumber=1")]
    public async Task A_target_in_any_spelling_reaches_its_operation(string method, string target)
    {
        await using var jobs = await JobsOverHttp.StartAsync();
        await jobs.QueueAsync("thing-1", "job-1");
        var answer = await RawHttp.SendAsync(jobs.Host.Http.BaseAddress!, $"{method} {target} HTTP/1.1");
        Assert.Equal(200, RawHttp.StatusOf(answer));
        Assert.Contains("\"jobId\":\"job-1\"", answer, StringComparison.Ordinal);
        Assert.Equal(target.Contains("includeJobDocument", StringComparison.Ordinal) || method == "PUT", answer.Contains("\"jobDocument\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_update_of_the_next_execution_is_one_of_a_job_of_that_name() =>
        await RefusedAsync("POST", "/things/thing-1/jobs/%24next", """{"status":"IN_PROGRESS"}""", "jobId: expected pattern [a-zA-Z0-9_-]+, found '$next'");

    [Theory]
    [InlineData("a%2Fb", "a/b")]
    [InlineData("a%252Fb", "a%2Fb")]
    [InlineData("a%252Fb%2fc", "a%2Fb/c")]
    [InlineData("%C3%A9%20%25%2B+", "é %++")]
    public async Task Names_arrive_as_they_were_meant(string encoded, string name)
    {
        string? asked = null;
        await using var jobs = await JobsOverHttp.StartAsync((_, thing) =>
        {
            asked = thing;
            return new(true);
        });
        await RawHttp.SendAsync(jobs.Host.Http.BaseAddress!, $"GET /things/{encoded}/jobs HTTP/1.1");
        Assert.Equal(name, asked);
        await Assert.ThrowsAsync<InvalidRequestException>(async () => await jobs.Client.GetPendingJobExecutionsAsync(new() { ThingName = name }, Stop));
        Assert.Equal(name, asked);
    }

    [Theory]
    [InlineData("DELETE", "/things/thing-1/jobs/job-1", 405)]
    [InlineData("POST", "/things/thing-1/jobs/", 405)]
    [InlineData("GET", "/things//jobs", 404)]
    [InlineData("GET", "/things/thing-1/jobs/job-1/more", 404)]
    [InlineData("GET", "/", 404)]
    [InlineData("GET", "/things/thing-1/jobs/..", 404)]
    public async Task Other_requests_are_answered_by_the_routing(string method, string target, int status)
    {
        await using var jobs = await JobsOverHttp.StartAsync();
        Assert.Equal(status, RawHttp.StatusOf(await RawHttp.SendAsync(jobs.Host.Http.BaseAddress!, $"{method} {target} HTTP/1.1")));
    }

    [Theory]
    [InlineData("executionNumber=abc", "executionNumber: expected a whole number, found 'abc'")]
    [InlineData("executionNumber=", "executionNumber: expected a whole number, found ''")]
    [InlineData("executionNumber=1.0", "executionNumber: expected a whole number, found '1.0'")]
    [InlineData("executionNumber=9223372036854775808", "executionNumber: expected a whole number, found '9223372036854775808'")]
    [InlineData("includeJobDocument=TRUE", "includeJobDocument: expected true or false, found 'TRUE'")]
    [InlineData("includeJobDocument=1&executionNumber=x", "includeJobDocument: expected true or false, found '1'; executionNumber: expected a whole number, found 'x'")]
    public async Task A_query_that_cannot_be_read_is_refused(string query, string message)
    {
        await RefusedAsync("GET", "/things/thing-1/jobs/job-1?" + query, null, message);
        await RefusedAsync("GET", "/things/a%20b/jobs/job-1?" + query, null, message + "; thingName: expected pattern [a-zA-Z0-9:_-]+, found 'a b'");
    }

    private static async Task RefusedAsync(string method, string target, string? body, string message)
    {
        await using var jobs = await JobsOverHttp.StartAsync();
        var (status, type, answer) = await jobs.Host.SendAsync(method, target, body);
        Assert.Equal((400, "InvalidRequestException"), (status, type));
        Assert.Contains(message, System.Text.Json.Nodes.JsonNode.Parse(answer)!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
