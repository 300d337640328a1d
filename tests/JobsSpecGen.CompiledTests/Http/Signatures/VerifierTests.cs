using IotJobsData;
using JobsSpecGen.CompiledTests.Harness;

namespace JobsSpecGen.CompiledTests.Http.Signatures;

/// <summary>Which requests a server that wants signatures lets through, and that the others change nothing.</summary>
public class VerifierTests
{
    private const string Invalid = "InvalidSignatureException";
    private const string Incomplete = "IncompleteSignatureException";
    private const string Unknown = "UnrecognizedClientException";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_has_a_key_can_do_everything()
    {
        await using var signed = await SignedJobs.StartAsync();
        foreach (var key in new[] { SignedJobs.Alice, SignedJobs.Bob })
        {
            var client = signed.ClientOf(key);
            var described = await client.DescribeJobExecutionAsync(new() { ThingName = "thing-1", JobId = "$next", IncludeJobDocument = true, ExecutionNumber = 1 }, Stop);
            var pending = await client.GetPendingJobExecutionsAsync(new() { ThingName = "thing-1" }, Stop);
            var started = await client.StartNextPendingJobExecutionAsync(new() { ThingName = "thing-1", StatusDetails = new([KeyValuePair.Create("step", "é 1/2")]) }, Stop);
            var updated = await client.UpdateJobExecutionAsync(new() { ThingName = "thing-1", JobId = "job-1", Status = JobExecutionStatus.InProgress, IncludeJobExecutionState = true }, Stop);
            Assert.Equal(("job-1", 1, "job-1"), (described.Execution!.JobId, pending.QueuedJobs.Count + pending.InProgressJobs.Count, started.Execution!.JobId));
            Assert.Equal(JobExecutionStatus.InProgress, updated.ExecutionState!.Status);
        }

        Assert.Equal(Enumerable.Repeat<(string?, string)>(("AKIDALICE", "thing-1"), 4).Concat(Enumerable.Repeat<(string?, string)>(("AKIDBOB", "thing-1"), 4)), signed.Asked);
    }

    [Theory]
    [InlineData("a:b")]
    [InlineData("a/b c%")]
    [InlineData("é!'()*+&=?#")]
    [InlineData("%24next")]
    [InlineData("$next")]
    [InlineData("...")]
    public async Task Names_may_need_encoding(string name)
    {
        await using var signed = await SignedJobs.StartAsync();
        await Assert.ThrowsAnyAsync<JobsDataPlaneException>(async () => await signed.ClientOf(SignedJobs.Alice).DescribeJobExecutionAsync(new() { ThingName = name, JobId = name }, Stop));
        Assert.Equal([("AKIDALICE", name)], signed.Asked);
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_is_told_to_whoever_signed_it()
    {
        await using var signed = await SignedJobs.StartAsync();
        var request = await SignedRequest.UpdateAsync(signed, body: "{");
        Assert.Equal((400, "InvalidRequestException"), await request.SendAsync());
    }

    [Theory]
    [InlineData(14.9, null)]
    [InlineData(-14.9, null)]
    [InlineData(15.1, Invalid)]
    [InlineData(-15.1, Invalid)]
    [InlineData(100_000, Invalid)]
    public async Task A_signature_is_good_for_a_quarter_of_an_hour(double minutes, string? type)
    {
        await using var signed = await SignedJobs.StartAsync();
        var request = await SignedRequest.UpdateAsync(signed);
        ((TestClock)signed.Clock).Advance(TimeSpan.FromMinutes(minutes));
        await request.AssertAsync(type);
    }

    [Theory]
    [InlineData("AKIDALICE", "alice's Secret", null, Invalid)]
    [InlineData("AKIDALICE", "bob's secret", null, Invalid)]
    [InlineData("AKIDMALLORY", "alice's secret", null, Unknown)]
    [InlineData("AKIDALICE", "alice's secret", "a token that nobody asked for", null)]
    [InlineData("AKIDBOB", "bob's secret", "bob's Token", Unknown)]
    [InlineData("AKIDBOB", "bob's secret", null, Unknown)]
    [InlineData("AKIDBOB", "alice's secret", "bob's token", Invalid)]
    public async Task The_key_must_be_right(string id, string secret, string? token, string? type)
    {
        await using var signed = await SignedJobs.StartAsync();
        await (await SignedRequest.UpdateAsync(signed, new(id, secret, token))).AssertAsync(type);
    }

    [Fact]
    public async Task The_region_must_be_right()
    {
        await using var signed = await SignedJobs.StartAsync();
        await (await SignedRequest.UpdateAsync(signed, region: "us-east-1")).AssertAsync(Invalid);
    }

    [Theory]
    [InlineData("/eu-central-1/", "/us-east-1/", Invalid)]
    [InlineData("/iot-jobs-data/", "/iotdata/", Invalid)]
    [InlineData("/20171129/", "/20171128/", Invalid)]
    [InlineData("/aws4_request", "/aws4", Invalid)]
    [InlineData("/aws4_request", "/aws4_request/", Invalid)]
    [InlineData("Credential=AKIDALICE/", "Credential=AKIDBOB/", Unknown)]
    [InlineData("Credential=AKIDALICE/", "Credential=/", Incomplete)]
    [InlineData("Credential=AKIDALICE/", "Credential=", Invalid)]
    [InlineData("Signature=", "Signature=0", Incomplete)]
    [InlineData(", Signature=", "", Incomplete)]
    [InlineData("Signature=", "signature=", Incomplete)]
    [InlineData("SignedHeaders=content-type;host;x-amz-date, ", "", Incomplete)]
    [InlineData("Credential=AKIDALICE", "Credential=AKIDALICE, Credential=AKIDALICE", Incomplete)]
    [InlineData("AWS4-HMAC-SHA256 ", "AWS4-HMAC-SHA512 ", Incomplete)]
    [InlineData("AWS4-HMAC-SHA256 ", "Bearer ", Incomplete)]
    [InlineData("content-type;host;x-amz-date", "content-type;host", Incomplete)]
    [InlineData("content-type;host;x-amz-date", "content-type;x-amz-date", Incomplete)]
    [InlineData("content-type;host;x-amz-date", "host;x-amz-date", Invalid)]
    [InlineData("content-type;host;x-amz-date", "content-type;host;x-amz-date;x-other", Invalid)]
    [InlineData("content-type;host;x-amz-date", "host;content-type;x-amz-date", Incomplete)]
    [InlineData("content-type;host;x-amz-date", "Content-Type;host;x-amz-date", Incomplete)]
    [InlineData("content-type;host;x-amz-date", "content-type;host;host;x-amz-date", Incomplete)]
    [InlineData(", ", ",", null)]
    public async Task What_the_header_says_must_be_right(string old, string changed, string? type)
    {
        await using var signed = await SignedJobs.StartAsync();
        var request = await SignedRequest.UpdateAsync(signed);
        var authorization = request.Headers["Authorization"];
        Assert.Contains(old, authorization, StringComparison.Ordinal);
        request.Headers["Authorization"] = authorization.Replace(old, changed, StringComparison.Ordinal);
        await request.AssertAsync(type);
    }

    [Theory]
    [InlineData("Authorization", null, "MissingAuthenticationTokenException")]
    [InlineData("Authorization", "", Incomplete)]
    [InlineData("Authorization", "AWS4-HMAC-SHA256", Incomplete)]
    [InlineData("Authorization", "AWS4-HMAC-SHA256 ,", Incomplete)]
    [InlineData("X-Amz-Date", null, Invalid)]
    [InlineData("X-Amz-Date", "20171129T120001Z", Invalid)]
    [InlineData("X-Amz-Date", "2017-11-29T12:00:00Z", Incomplete)]
    [InlineData("X-Amz-Date", "", Incomplete)]
    [InlineData("Content-Type", "application/json; charset=utf-8", Invalid)]
    [InlineData("Content-Type", null, Invalid)]
    [InlineData("Host", "other.test", Invalid)]
    [InlineData("X-Other", "unsigned", null)]
    public async Task Headers_arrive_as_they_were_signed(string name, string? value, string? type)
    {
        await using var signed = await SignedJobs.StartAsync();
        var request = await SignedRequest.UpdateAsync(signed);
        request.Headers[name] = value!;
        await request.AssertAsync(type);
    }

    [Theory]
    [InlineData("POST", "/things/thing-1/jobs/job-1", """{"status":"FAILED"}""")]
    [InlineData("POST", "/things/thing-1/jobs/job-1", "")]
    [InlineData("POST", "/things/thing-1/jobs/job-1", """{"status":"SUCCEEDED"} """)]
    [InlineData("POST", "/things/thing-1/jobs/job-1?a=b", """{"status":"SUCCEEDED"}""")]
    [InlineData("POST", "/things/thing-1/jobs/job%2D1", """{"status":"SUCCEEDED"}""")]
    [InlineData("POST", "/things/thing-1/jobs/job-2", """{"status":"SUCCEEDED"}""")]
    [InlineData("POST", "/things/thing-2/jobs/job-1", """{"status":"SUCCEEDED"}""")]
    [InlineData("GET", "/things/thing-1/jobs/job-1", """{"status":"SUCCEEDED"}""")]
    [InlineData("PUT", "/things/thing-1/jobs/$next", """{"status":"SUCCEEDED"}""")]
    [InlineData("PUT", "/things/thing-1/jobs/$next", "{}")]
    public async Task A_signature_is_good_for_one_request_only(string method, string target, string body)
    {
        await using var signed = await SignedJobs.StartAsync();
        var request = await SignedRequest.UpdateAsync(signed);
        await (request with { Method = method, Target = target, Body = body }).AssertAsync(Invalid);
    }

    [Fact]
    public async Task A_query_is_signed_too()
    {
        await using var signed = await SignedJobs.StartAsync();
        var request = await SignedRequest.OfAsync(signed, "GET", "/things/thing-1/jobs/job-1?includeJobDocument=false&executionNumber=1");
        Assert.Equal((200, null), await (request with { Target = "/things/thing-1/jobs/job-1?executionNumber=1&includeJobDocument=false" }).SendAsync());
        Assert.Equal((403, Invalid), await (request with { Target = "/things/thing-1/jobs/job-1?includeJobDocument=true&executionNumber=1" }).SendAsync());
        Assert.Equal((403, Invalid), await (request with { Target = "/things/thing-1/jobs/job-1" }).SendAsync());
    }

    [Fact]
    public async Task The_whole_address_may_be_the_target()
    {
        await using var signed = await SignedJobs.StartAsync();
        var request = await SignedRequest.UpdateAsync(signed);
        Assert.Equal((200, null), await (request with { Target = $"http://{request.Headers["Host"]}{request.Target}" }).SendAsync());
    }

    [Theory]
    [InlineData(256 * 1024, false, 400)]
    [InlineData((256 * 1024) + 1, false, 413)]
    [InlineData((256 * 1024) + 1, true, 413)]
    public async Task A_body_that_is_too_large_is_not_hashed(int length, bool isChunked, int status)
    {
        await using var signed = await SignedJobs.StartAsync();
        var request = await SignedRequest.UpdateAsync(signed, body: new string(' ', length));
        Assert.Equal((status, status == 413 ? "RequestEntityTooLargeException" : "InvalidRequestException"), await (request with { IsChunked = isChunked }).SendAsync());
    }

    [Fact]
    public async Task A_body_may_come_in_chunks()
    {
        await using var signed = await SignedJobs.StartAsync();
        Assert.Equal((200, null), await (await SignedRequest.UpdateAsync(signed) with { IsChunked = true }).SendAsync());
    }

    [Fact]
    public async Task A_host_that_cannot_look_keys_up_tells_nothing_of_itself()
    {
        await using var jobs = await JobsOverHttp.StartAsync(signatures: new((_, _) => throw new InvalidOperationException("the vault is open"), SignedJobs.Region));
        using var http = new HttpClient(new JobsDataPlaneSigV4Handler(SignedJobs.Alice, SignedJobs.Region) { InnerHandler = new SocketsHttpHandler() });
        using var answer = await http.GetAsync(new Uri(jobs.Host.Http.BaseAddress!, "/things/t/jobs"), Stop);
        Assert.Equal((500, """{"message":"The service failed."}"""), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop)));
    }
}
