using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IotJobsData;

namespace JobsSpecGen.CompiledTests.Http.Signatures;

/// <summary>AWS's Python client and we sign alike: the server takes what it signs, and the signer writes what it writes.</summary>
public class BotocoreTests
{
    private static readonly (string Method, string Target, string? Body)[] s_requests =
    [
        ("GET", "/things/t/jobs", null),
        ("GET", "/things/a%3Ab/jobs/%24next?includeJobDocument=true&executionNumber=7", null),
        ("GET", "/things/a%2Fb%20c%25/jobs/j", null),
        ("GET", "/things/%C3%A9/jobs/..", null),
        ("GET", "/things/%21%27%28%29%2A%2B%26%3D%3F%23/jobs/~-_.", null),
        ("GET", "/things/t/jobs/j?b=2&a=%20&b=1&c&=x&a=", null),
        ("GET", "/", null),
        ("PUT", "/things/t/jobs/$next", "{}"),
        ("PUT", "/things//jobs/$next", ""),
        ("POST", "/stage/things/t/jobs/j", """{"status":"SUCCEEDED","statusDetails":{"é":"😀"}}"""),
    ];

    [Theory]
    [InlineData(null)]
    [InlineData("a token/with=signs")]
    public async Task The_server_takes_what_it_signs(string? token)
    {
        var key = new JobsDataPlaneSigV4Credentials("AKIDPYTHON", "python's secret/+=", token);
        var asked = new List<string>();
        await using var jobs = await JobsOverHttp.StartAsync(
            (context, thing) =>
            {
                Assert.Equal("AKIDPYTHON", context.User.Identity?.Name);
                asked.Add(thing);
                return new(true);
            },
            signatures: new((id, _) => new(id == key.AccessKeyId ? key : null), "eu-west-1"));
        await jobs.QueueAsync("thing-1", "job-1");
        var answers = await Botocore.RunAsync(["call", jobs.Host.Http.BaseAddress!.ToString(), "eu-west-1", .. Arguments(key)]);

        const int callsOfThing = 10;
        string[] names = ["thing-1", "a:b", "a/b c%", "é", "~-_.", "!'()*+&=?#"];
        Assert.Equal(names.SelectMany(name => Enumerable.Repeat(name, callsOfThing)), asked);
        Assert.Equal(callsOfThing * names.Length, answers.Length);
        Assert.All(answers, answer => Assert.Contains(answer.Split(' ')[0], new[] { "200", "400", "404" }));
        Assert.Equal(["200 ", "200 ", "200 ", "200 ", "404 ResourceNotFoundException", "404 ResourceNotFoundException", "200 ", "200 ", "200 ", "200 "], answers[..callsOfThing]);
        Assert.Equal(JobExecutionStatus.InProgress, (await jobs.StoredAsync("thing-1", "job-1"))!.Status);
    }

    [Theory]
    [InlineData("AKIDPYTHON", "another secret", "403 InvalidSignatureException")]
    [InlineData("AKIDMALLORY", "python's secret", "403 UnrecognizedClientException")]
    public async Task It_reads_our_refusals(string id, string secret, string expected)
    {
        await using var jobs = await JobsOverHttp.StartAsync(signatures: new((asked, _) => new(asked == "AKIDPYTHON" ? new JobsDataPlaneSigV4Credentials(asked, "python's secret") : null), "eu-west-1"));
        var answers = await Botocore.RunAsync(["call", jobs.Host.Http.BaseAddress!.ToString(), "eu-west-1", id, secret]);
        Assert.Equal([expected], answers.Distinct());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a token/with=signs")]
    public async Task The_signer_writes_what_it_writes(string? token)
    {
        var key = new JobsDataPlaneSigV4Credentials("AKIDPYTHON", "python's secret/+=", token);
        var lines = await Botocore.RunAsync(["sign", "eu-west-1", .. Arguments(key)], string.Concat(s_requests.Select(request => Asked(request) + "\n")));
        Assert.Equal(s_requests.Length, lines.Length);
        foreach (var (request, line) in s_requests.Zip(lines))
        {
            var expected = new Dictionary<string, string>(JsonSerializer.Deserialize<Dictionary<string, string>>(line)!, StringComparer.OrdinalIgnoreCase);
            var now = DateTimeOffset.ParseExact(expected["X-Amz-Date"], "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            // Uri would take the dots out before we see them.
            using var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri("http://jobs.test:99" + request.Target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
            if (request.Body is not null)
            {
                message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(request.Body));
                message.Content.Headers.ContentType = new("application/json");
            }

            await JobsDataPlaneSigV4.SignAsync(message, key, "eu-west-1", now, TestContext.Current.CancellationToken);
            Assert.Equal(expected["Authorization"], message.Headers.NonValidated["Authorization"].ToString());
        }
    }

    private static string[] Arguments(JobsDataPlaneSigV4Credentials key) => [key.AccessKeyId, key.SecretAccessKey, .. key.SessionToken is { } token ? new[] { token } : []];

    private static string Asked((string Method, string Target, string? Body) request)
    {
        var headers = new JsonObject();
        if (request.Body is not null)
        {
            headers["Content-Type"] = "application/json";
        }

        return new JsonObject { ["method"] = request.Method, ["url"] = "http://jobs.test:99" + request.Target, ["headers"] = headers, ["body"] = request.Body ?? "" }.ToJsonString();
    }
}
