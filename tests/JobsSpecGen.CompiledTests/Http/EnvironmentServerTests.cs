using IotJobsData;

namespace JobsSpecGen.CompiledTests.Http;

/// <summary>The control plane of the jobs as its clients send it: what arrives, and that it is done.</summary>
public class EnvironmentServerTests
{
    private const string Document = """{"operation":"reboot"}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_for_two_things_gives_each_an_execution()
    {
        await using var jobs = await JobsOverHttp.StartAsync();
        var (status, type, body) = await jobs.Host.SendAsync("PUT", "/jobs/job-1", Create("arn:aws:iot:eu-west-1:123456789012:thing/thing:1", "arn:aws:iot:eu-west-1:123456789012:thing/thing-2"));
        Assert.Equal((200, null), (status, type));
        Assert.Equal("""{"jobArn":"arn:aws:iot:eu-west-1:123456789012:job/job-1","jobId":"job-1"}""", body);
        Assert.Equal(Document, (await jobs.StoredAsync("thing:1", "job-1"))!.JobDocument);
        Assert.Equal(JobExecutionStatus.Queued, (await jobs.StoredAsync("thing-2", "job-1"))!.Status);
    }

    [Fact]
    public async Task What_a_client_sends_besides_is_not_looked_at()
    {
        await using var jobs = await JobsOverHttp.StartAsync();
        var (status, _, _) = await jobs.Host.SendAsync("PUT", "/jobs/job-1?unknown=1", """{"targets": ["arn:aws:iot:us-east-1:000000000000:thing/thing-1"], "document": "{}", "description": "d\u00e9", "targetSelection": "SNAPSHOT", "timeoutConfig": {"inProgressTimeoutInMinutes": 5}}""");
        Assert.Equal(200, status);
        Assert.Equal("{}", (await jobs.StoredAsync("thing-1", "job-1"))!.JobDocument);
    }

    [Theory]
    [InlineData("/things/thing-1/jobs/job-1/cancel?force=true", "{}", 200, JobExecutionStatus.Canceled)]
    [InlineData("/things/thing-1/jobs/job-1/cancel?force=true", null, 200, JobExecutionStatus.Canceled)]
    [InlineData("/things/%74hing-1/jobs/job%2D1/cancel?force=true", "{}", 200, JobExecutionStatus.Canceled)]
    [InlineData("/things/thing-1/jobs/job-1/cancel?force=false", "{}", 409, JobExecutionStatus.InProgress)]
    [InlineData("/things/thing-1/jobs/job-1/cancel", "{}", 409, JobExecutionStatus.InProgress)]
    [InlineData("/things/thing-1/jobs/job-1/cancel?force=yes", "{}", 400, JobExecutionStatus.InProgress)]
    [InlineData("/things/thing-1/jobs/job-2/cancel", "{}", 404, JobExecutionStatus.InProgress)]
    public async Task A_cancel_takes_force_from_the_query(string target, string? body, int expected, JobExecutionStatus left)
    {
        await using var jobs = await JobsOverHttp.StartAsync();
        await jobs.QueueAsync("thing-1", "job-1");
        await jobs.Client.StartNextPendingJobExecutionAsync(new() { ThingName = "thing-1" }, Stop);
        Assert.Equal(expected, (await jobs.Host.SendAsync("PUT", target, body)).Status);
        Assert.Equal(left, await StatusAsync(jobs, "thing-1", "job-1"));
    }

    [Theory]
    [InlineData("/things/thing-1/jobs/job-1/executionNumber/1?force=true")]
    [InlineData("/things/thing-1/jobs/job-1/executionNumber/99")]
    public async Task A_delete_takes_the_latest_whatever_number_is_given(string target)
    {
        await using var jobs = await JobsOverHttp.StartAsync();
        await jobs.QueueAsync("thing-1", "job-1");
        Assert.Equal((200, null, "{}"), await jobs.Host.SendAsync("DELETE", target));
        Assert.Equal((404, "ResourceNotFoundException"), await RefusedAsync(jobs, "DELETE", target));
    }

    [Fact]
    public async Task A_thing_that_leaves_the_group_of_a_job_loses_its_execution()
    {
        await using var jobs = await JobsOverHttp.StartAsync();
        await jobs.QueueAsync("thing-1", "job-1");
        Assert.Equal((200, null, "{}"), await jobs.Host.SendAsync("PUT", "/thing-groups/removeThingFromThingGroup", """{"thingGroupName": "job-1", "thingName": "thing-1"}"""));
        Assert.Equal(JobExecutionStatus.Removed, await StatusAsync(jobs, "thing-1", "job-1"));
    }

    [Theory]
    [InlineData("", "$.targets: expected a list with at least one element, found nothing")]
    [InlineData("{", "$: Expected depth to be zero")]
    [InlineData("[]", "$: expected an object, found a list")]
    [InlineData("""{"document":"{}"}""", "$.targets: expected a list with at least one element, found nothing")]
    [InlineData("""{"document":"{}","targets":[]}""", "$.targets: expected a list with at least one element, found a list")]
    [InlineData("""{"document":"{}","targets":"thing-1"}""", "$.targets: expected a list with at least one element, found \"thing-1\"")]
    [InlineData("""{"document":"{}","targets":["arn:aws:iot:r:a:thing/thing-1","thing-2"]}""", "$.targets[1]: expected 'arn:aws:iot:{region}:{account}:thing/{thingName}', found \"thing-2\"")]
    [InlineData("""{"document":"{}","targets":["arn:aws:iot:r:a:thinggroup/all"]}""", "$.targets[0]: expected 'arn:aws:iot:{region}:{account}:thing/{thingName}', found \"arn:aws:iot:r:a:thinggroup/all\"")]
    [InlineData("""{"document":"{}","targets":[1]}""", "$.targets[0]: expected 'arn:aws:iot:{region}:{account}:thing/{thingName}', found a number")]
    [InlineData("""{"document":"{}","targets":["arn:aws:iot:r:a:thing/\ud83d"]}""", "$.targets[0]: expected 'arn:aws:iot:{region}:{account}:thing/{thingName}', found \"arn:aws:iot:r:a:thing/\\ud83d\"")]
    [InlineData("""{"targets":["arn:aws:iot:r:a:thing/thing-1"]}""", "$.document: expected a value, found nothing")]
    [InlineData("""{"document":null,"targets":["arn:aws:iot:r:a:thing/thing-1"]}""", "$.document: expected a value, found nothing")]
    [InlineData("""{"document":{"a":1},"targets":["arn:aws:iot:r:a:thing/thing-1"]}""", "$.document: expected a string, found an object")]
    [InlineData("""{"document":"\ud83d","targets":["arn:aws:iot:r:a:thing/thing-1"]}""", "$.document: ")]
    [InlineData("""{"document":"{}","targets":["arn:aws:iot:r:a:thing/thing-1","arn:aws:iot:r:a:thing/a b"]}""", "thingName: expected pattern [a-zA-Z0-9:_-]+, found 'a b'")]
    public async Task What_does_not_fit_is_refused_with_its_place_and_nothing_is_done(string body, string message)
    {
        await using var jobs = await JobsOverHttp.StartAsync();
        var (status, type, answer) = await jobs.Host.SendAsync("PUT", "/jobs/job-1", body);
        Assert.Equal((400, "InvalidRequestException"), (status, type));
        Assert.Contains(message, System.Text.Json.Nodes.JsonNode.Parse(answer)!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => jobs.StoredAsync("thing-1", "job-1"));
    }

    [Fact]
    public async Task A_body_that_is_no_UTF_8_is_refused()
    {
        await using var jobs = await JobsOverHttp.StartAsync();
        using var content = new ByteArrayContent([.. "{\"document\":\""u8, 0xFF, .. "\",\"targets\":[\"arn:aws:iot:r:a:thing/thing-1\"]}"u8]);
        using var answer = await jobs.Host.Http.PutAsync(new Uri(jobs.Host.Http.BaseAddress!, "/jobs/job-1"), content, Stop);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("The body of the request is not UTF-8", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain", 10, 415)]
    [InlineData("application/json", 300_000, 413)]
    public async Task Bodies_have_the_limits_of_the_service(string contentType, int length, int expected)
    {
        await using var jobs = await JobsOverHttp.StartAsync();
        Assert.Equal(expected, (await jobs.Host.SendAsync("PUT", "/jobs/job-1", new string(' ', length), contentType)).Status);
    }

    [Fact]
    public async Task What_was_done_before_an_element_is_refused_stays_done()
    {
        await using var jobs = await JobsOverHttp.StartAsync();
        await jobs.QueueAsync("thing-2", "job-1");
        var (status, type, _) = await jobs.Host.SendAsync("PUT", "/jobs/job-1", Create(Arn("thing-1"), Arn("thing-2"), Arn("thing-3")));
        Assert.Equal((409, "InvalidStateTransitionException"), (status, type));
        Assert.NotNull(await jobs.StoredAsync("thing-1", "job-1"));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => jobs.StoredAsync("thing-3", "job-1"));
    }

    [Fact]
    public async Task Every_thing_of_a_request_must_be_the_callers()
    {
        await using var jobs = await JobsOverHttp.StartAsync((_, thing) => new(thing == "thing-1"));
        Assert.Equal((403, "ForbiddenException"), await RefusedAsync(jobs, "PUT", "/jobs/job-1", Create(Arn("thing-1"), Arn("thing-2"))));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => jobs.StoredAsync("thing-1", "job-1"));
        Assert.Equal(200, (await jobs.Host.SendAsync("PUT", "/jobs/job-1", Create(Arn("thing-1")))).Status);
        foreach (var (method, target, body) in new[] { ("PUT", "/things/thing-2/jobs/job-1/cancel?force=x", "{"), ("DELETE", "/things/thing-2/jobs/job-1/executionNumber/1", null), ("PUT", "/thing-groups/removeThingFromThingGroup", """{"thingGroupName":"job-1","thingName":"thing-2"}""") })
        {
            Assert.Equal((403, "ForbiddenException"), await RefusedAsync(jobs, method, target, body));
        }
    }

    [Fact]
    public async Task What_the_host_cannot_arrange_is_told_as_such()
    {
        await using var host = await HttpHost.StartAsync(app => app.MapJobsDataPlaneEnvironment(new Nothing()));
        var (status, type, body) = await host.SendAsync("PUT", "/things/thing-1/jobs/job-1/cancel");
        Assert.Equal((501, "NotImplementedException", """{"message":"No operator here."}"""), (status, type, body));
        Assert.Equal((501, "NotImplementedException"), await TypeAsync(host.SendAsync("PUT", "/jobs/job-1", Create(Arn("thing-1")))));
    }

    private static string Create(params string[] targets) =>
        System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, object> { ["targets"] = targets, ["document"] = Document });

    private static string Arn(string thing) => "arn:aws:iot:us-east-1:000000000000:thing/" + thing;

    private static Task<(int Status, string? Type)> RefusedAsync(JobsOverHttp jobs, string method, string target, string? body = null) => TypeAsync(jobs.Host.SendAsync(method, target, body));

    private static async Task<(int Status, string? Type)> TypeAsync(Task<(int Status, string? Type, string Body)> answer) => ((await answer).Status, (await answer).Type);

    /// <summary>The status of an execution, whether it may be described or not.</summary>
    private static async Task<JobExecutionStatus> StatusAsync(JobsOverHttp jobs, string thing, string job)
    {
        try
        {
            await jobs.Reference.UpdateJobExecutionAsync(new() { ThingName = thing, JobId = job, Status = JobExecutionStatus.InProgress, ExpectedVersion = -1 }, Stop);
            throw new InvalidOperationException("No execution has this version.");
        }
        catch (VersionMismatchException e)
        {
            return e.ExecutionState!.Status;
        }
    }

    private sealed class Nothing : IJobsDataPlaneEnvironment
    {
        public ValueTask CreateJobExecutionAsync(CreateJobExecutionRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException("No operator here.");

        public ValueTask CancelJobExecutionAsync(CancelJobExecutionRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException("No operator here.");

        public ValueTask RemoveJobExecutionAsync(RemoveJobExecutionRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException("No operator here.");

        public ValueTask DeleteJobExecutionAsync(DeleteJobExecutionRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException("No operator here.");
    }
}
