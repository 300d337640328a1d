using IotJobsData;
using JobsSpecGen.CompiledTests.Harness;

namespace JobsSpecGen.CompiledTests.Http.Signatures;

/// <summary>What the emitted signer writes.</summary>
public class SignerTests
{
    private static readonly DateTimeOffset s_now = new(2015, 8, 30, 12, 36, 0, TimeSpan.Zero);
    private static readonly JobsDataPlaneSigV4Credentials s_key = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The worked example that AWS published with the algorithm.</summary>
    [Fact]
    public void The_published_example_has_the_published_signature() => Assert.Equal(
        "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
        JobsDataPlaneSigV4.Signature(
            "GET",
            "/?Action=ListUsers&Version=2010-05-08",
            [new("content-type", "application/x-www-form-urlencoded; charset=utf-8"), new("host", "iam.amazonaws.com"), new("x-amz-date", "20150830T123600Z")],
            [],
            s_key.SecretAccessKey,
            "20150830T123600Z",
            "us-east-1",
            "iam"));

    [Theory]
    [InlineData("/?Version=2010-05-08&Action=ListUsers")]
    [InlineData("?Action=ListUsers&Version=2010-05-08")]
    [InlineData("/a/../?Action=ListUsers&Version=2010-05-08")]
    public void Targets_that_mean_the_same_have_the_same_signature(string target) => Assert.Equal(Of("/?Action=ListUsers&Version=2010-05-08"), Of(target));

    [Theory]
    [InlineData("/?Action=ListUsers&Version=2010-05-09")]
    [InlineData("/?Action=ListUsers")]
    [InlineData("/x?Action=ListUsers&Version=2010-05-08")]
    [InlineData("/a%2Fb")]
    [InlineData("/a/b")]
    [InlineData("/a/b/")]
    [InlineData("/a%252Fb")]
    public void Other_targets_have_other_signatures(string target) =>
        Assert.Single(new[] { "/?Action=ListUsers&Version=2010-05-08", "/?Action=ListUsers&Version=2010-05-09", "/?Action=ListUsers", "/x?Action=ListUsers&Version=2010-05-08", "/a%2Fb", "/a/b", "/a/b/", "/a%252Fb" }, other => Of(other) == Of(target));

    [Fact]
    public async Task A_request_says_who_signed_what()
    {
        using var message = Update();
        message.Headers.Add("X-Other", "1");
        message.Headers.Add("X-Amz-Meta", ["a", "b   c"]);
        await JobsDataPlaneSigV4.SignAsync(message, s_key with { SessionToken = "token" }, "eu-west-1", s_now, Stop);
        Assert.Equal(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/eu-west-1/iot-jobs-data/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-meta;x-amz-security-token, Signature=",
            Header(message, "Authorization")[..^64]);
        Assert.Equal(("20150830T123600Z", "token"), (Header(message, "X-Amz-Date"), Header(message, "X-Amz-Security-Token")));
        Assert.EndsWith(
            JobsDataPlaneSigV4.Signature(
                "POST",
                "/things/t/jobs/%24next",
                [new("content-type", "application/json"), new("host", "jobs.test:8080"), new("x-amz-date", "20150830T123600Z"), new("x-amz-meta", "a, b c"), new("x-amz-security-token", "token")],
                "{}"u8,
                s_key.SecretAccessKey,
                "20150830T123600Z",
                "eu-west-1"),
            Header(message, "Authorization"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_sent_again_is_signed_anew()
    {
        using var message = Update();
        using var fresh = Update();
        await JobsDataPlaneSigV4.SignAsync(message, s_key with { SessionToken = "old" }, "us-east-1", s_now, Stop);
        await JobsDataPlaneSigV4.SignAsync(message, s_key, "us-east-1", s_now.AddHours(1), Stop);
        await JobsDataPlaneSigV4.SignAsync(fresh, s_key, "us-east-1", s_now.AddHours(1), Stop);
        Assert.Equal(fresh.Headers.ToString(), message.Headers.ToString());
    }

    [Theory]
    [InlineData("http://[::1]:99/", "[::1]:99")]
    [InlineData("http://[::1]/", "[::1]")]
    [InlineData("https://jobs.test:443/", "jobs.test")]
    [InlineData("http://bücher.test/", "xn--bcher-kva.test")]
    public async Task The_host_is_signed_as_it_is_sent(string address, string host)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, address);
        await JobsDataPlaneSigV4.SignAsync(message, s_key, "us-east-1", s_now, Stop);
        Assert.EndsWith(JobsDataPlaneSigV4.Signature("GET", "/", [new("host", host), new("x-amz-date", "20150830T123600Z")], [], s_key.SecretAccessKey, "20150830T123600Z", "us-east-1"), Header(message, "Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_must_be_an_address()
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, new Uri("/things", UriKind.Relative));
        await Assert.ThrowsAsync<ArgumentException>(() => JobsDataPlaneSigV4.SignAsync(message, s_key, "us-east-1", s_now, Stop));
    }

    [Fact]
    public async Task A_handler_takes_the_key_and_the_time_of_each_request()
    {
        var clock = new TestClock();
        var keys = new Queue<JobsDataPlaneSigV4Credentials>([s_key, s_key with { AccessKeyId = "SECOND" }]);
        var sent = new List<string>();
        using var http = new HttpClient(new JobsDataPlaneSigV4Handler(_ => new(keys.Dequeue()), "us-east-1", clock) { InnerHandler = new Watcher(message => sent.Add(Header(message, "Authorization").Split(',')[0])) });
        await http.GetAsync(new Uri("http://jobs.test/"), Stop);
        clock.Advance(TimeSpan.FromDays(1));
        await http.GetAsync(new Uri("http://jobs.test/"), Stop);
        Assert.Equal(
            ["AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20171129/us-east-1/iot-jobs-data/aws4_request", "AWS4-HMAC-SHA256 Credential=SECOND/20171130/us-east-1/iot-jobs-data/aws4_request"],
            sent);
    }

    [Fact]
    public void Nothing_goes_out_unsigned()
    {
        using var http = new HttpClient(new JobsDataPlaneSigV4Handler(s_key, "us-east-1") { InnerHandler = new Watcher(_ => Assert.Fail("was sent")) });
        using var message = new HttpRequestMessage(HttpMethod.Get, "http://jobs.test/");
        Assert.Throws<NotSupportedException>(() => http.Send(message, Stop));
    }

    [Fact]
    public void What_is_secret_is_not_shown() => Assert.Equal("AKIDEXAMPLE", (s_key with { SessionToken = "token" }).ToString());

    private static string Of(string target) => JobsDataPlaneSigV4.Signature("GET", target, [], [], "secret", "20150830T123600Z", "us-east-1");

    private static HttpRequestMessage Update()
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "http://jobs.test:8080/things/t/jobs/%24next") { Content = new ByteArrayContent("{}"u8.ToArray()) };
        message.Content.Headers.ContentType = new("application/json");
        return message;
    }

    private static string Header(HttpRequestMessage message, string name) => message.Headers.NonValidated[name].ToString();

    private sealed class Watcher(Action<HttpRequestMessage> see) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            see(request);
            return Task.FromResult(new HttpResponseMessage());
        }

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => SendAsync(request, cancellationToken).Result;
    }
}
