using IotJobsData;

namespace JobsSpecGen.CompiledTests.Http;

/// <summary>What the client sends is what AWS clients were recorded to send.</summary>
public class ClientRequestTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_next_execution_is_described_with_the_dollar_encoded() =>
        Assert.Equal("GET /things/thing-1/jobs/%24next", await SentAsync(client => client.DescribeJobExecutionAsync(new() { ThingName = "thing-1", JobId = "$next" }, Stop)));

    [Fact]
    public async Task The_next_execution_is_started_with_the_dollar_as_it_is() =>
        Assert.Equal("PUT /things/thing-1/jobs/$next application/json {}", await SentAsync(client => client.StartNextPendingJobExecutionAsync(new() { ThingName = "thing-1" }, Stop)));

    [Fact]
    public async Task A_list_has_no_body() =>
        Assert.Equal("GET /things/thing-1/jobs", await SentAsync(client => client.GetPendingJobExecutionsAsync(new() { ThingName = "thing-1" }, Stop)));

    [Fact]
    public async Task What_is_false_or_zero_is_sent()
    {
        Assert.Equal(
            "GET /things/t/jobs/j?includeJobDocument=false&executionNumber=0",
            await SentAsync(client => client.DescribeJobExecutionAsync(new() { ThingName = "t", JobId = "j", IncludeJobDocument = false, ExecutionNumber = 0 }, Stop)));
        Assert.Equal(
            """POST /things/t/jobs/j application/json {"status":"FAILED","expectedVersion":0,"includeJobExecutionState":false,"includeJobDocument":false,"executionNumber":0}""",
            await SentAsync(client => client.UpdateJobExecutionAsync(new() { ThingName = "t", JobId = "j", Status = JobExecutionStatus.Failed, ExpectedVersion = 0, IncludeJobExecutionState = false, IncludeJobDocument = false, ExecutionNumber = 0 }, Stop)));
    }

    [Theory]
    [InlineData("js3:d_1-A", "js3%3Ad_1-A")]
    [InlineData("a/b c%", "a%2Fb%20c%25")]
    [InlineData("é!'()*+&=?#", "%C3%A9%21%27%28%29%2A%2B%26%3D%3F%23")]
    [InlineData("~-_.", "~-_.")]
    [InlineData("%24next", "%2524next")]
    [InlineData("...", "...")]
    [InlineData("\U0001F600", "%F0%9F%98%80")]
    public async Task Names_are_encoded(string name, string encoded) =>
        Assert.Equal($"GET /things/{encoded}/jobs", await SentAsync(client => client.GetPendingJobExecutionsAsync(new() { ThingName = name }, Stop)));

    [Theory]
    [InlineData("http://jobs.test/stage")]
    [InlineData("http://jobs.test/stage/")]
    [InlineData("http://jobs.test/stage/?key=1#there")]
    public async Task An_address_may_have_a_path(string address)
    {
        var (client, recorder) = Recorder.Jobs(new(body: """{"inProgressJobs":[],"queuedJobs":[]}"""), address);
        await client.GetPendingJobExecutionsAsync(new() { ThingName = "t" }, Stop);
        Assert.Equal(["GET /stage/things/t/jobs"], recorder.Sent);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a\0")]
    [InlineData(null)]
    public async Task A_name_that_no_path_carries_is_refused_before_anything_is_sent(string? name)
    {
        var (client, recorder) = Recorder.Jobs();
        var refusal = await Assert.ThrowsAsync<InvalidRequestException>(async () => await client.GetPendingJobExecutionsAsync(new() { ThingName = name! }, Stop));
        Assert.Equal(["thingName"], refusal.Violations.Select(violation => violation.Path).Distinct());
        Assert.Empty(recorder.Sent);
    }

    [Fact]
    public async Task What_UTF_8_or_JSON_cannot_carry_is_refused_before_anything_is_sent()
    {
        var (client, recorder) = Recorder.Jobs();
        var status = await Assert.ThrowsAsync<InvalidRequestException>(async () => await client.UpdateJobExecutionAsync(new() { ThingName = "t", JobId = "j", Status = (JobExecutionStatus)99 }, Stop));
        Assert.Contains("status: expected one of", status.Message, StringComparison.Ordinal);
        var details = await Assert.ThrowsAsync<InvalidRequestException>(async () => await client.StartNextPendingJobExecutionAsync(new() { ThingName = "t", StatusDetails = new([KeyValuePair.Create("a", "\uD83D")]) }, Stop));
        Assert.Contains("statusDetails['a']", details.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidRequestException>(async () => await client.GetPendingJobExecutionsAsync(new() { ThingName = "half \uD83D" }, Stop));
        Assert.Empty(recorder.Sent);
    }

    [Fact]
    public async Task A_call_that_is_called_off_ends()
    {
        var (client, _) = Recorder.Jobs();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await client.GetPendingJobExecutionsAsync(new() { ThingName = "t" }, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void There_must_be_an_address() => Assert.Throws<ArgumentException>(() => new JobsDataPlaneHttpClient(new HttpClient()));

    private static async Task<string> SentAsync<T>(Func<JobsDataPlaneHttpClient, ValueTask<T>> call)
    {
        var (client, recorder) = Recorder.Jobs(new(body: """{"inProgressJobs":[],"queuedJobs":[]}"""));
        await call(client);
        return Assert.Single(recorder.Sent);
    }
}
