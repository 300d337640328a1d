using System.Text;
using IotJobsData;

namespace JobsSpecGen.CompiledTests.Http.Signatures;

/// <summary>A signed request, to be changed and then sent as it is written.</summary>
internal sealed record SignedRequest(SignedJobs Jobs, string Method, string Target, Dictionary<string, string> Headers, string Body)
{
    public bool IsChunked { get; init; }

    /// <summary>An update that is right, and would change the state.</summary>
    public static Task<SignedRequest> UpdateAsync(SignedJobs jobs, JobsDataPlaneSigV4Credentials? key = null, string region = SignedJobs.Region, string body = """{"status":"SUCCEEDED"}""") =>
        OfAsync(jobs, "POST", "/things/thing-1/jobs/job-1", key, region, body);

    public static async Task<SignedRequest> OfAsync(SignedJobs jobs, string method, string target, JobsDataPlaneSigV4Credentials? key = null, string region = SignedJobs.Region, string? body = null)
    {
        using var message = new HttpRequestMessage(new HttpMethod(method), new Uri(jobs.Jobs.Host.Http.BaseAddress!, target));
        if (body is not null)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            message.Content.Headers.ContentType = new("application/json");
        }

        await JobsDataPlaneSigV4.SignAsync(message, key ?? SignedJobs.Alice, region, jobs.Clock.GetUtcNow(), TestContext.Current.CancellationToken);
        var headers = message.Headers.NonValidated.ToDictionary(header => header.Key, header => header.Value.ToString());
        headers["Host"] = message.RequestUri!.Authority;
        if (body is not null)
        {
            headers["Content-Type"] = "application/json";
        }

        return new(jobs, method, target, headers, body ?? "");
    }

    /// <summary>Sends the request, and gives the answer's status and error type.</summary>
    public async Task<(int Status, string? Type)> SendAsync()
    {
        var head = new StringBuilder($"{Method} {Target} HTTP/1.1");
        foreach (var (name, value) in Headers.Where(header => header.Value is not null && header.Key != "Host"))
        {
            head.Append('\n').Append(name).Append(": ").Append(value);
        }

        var bytes = Encoding.UTF8.GetByteCount(Body);
        head.Append(IsChunked ? "\nTransfer-Encoding: chunked" : $"\nContent-Length: {bytes}");
        var body = IsChunked ? $"{bytes:x}\r\n{Body}\r\n0\r\n\r\n" : Body;
        var answer = await RawHttp.SendAsync(Jobs.Jobs.Host.Http.BaseAddress!, head.ToString(), body, host: Headers["Host"]);
        var type = answer.Split("\r\n").FirstOrDefault(line => line.StartsWith("x-amzn-ErrorType: ", StringComparison.OrdinalIgnoreCase));
        return (RawHttp.StatusOf(answer), type?[18..]);
    }

    /// <summary>Sends the update, and asserts that it was refused and changed nothing; or, where there is no type, that it went through.</summary>
    public async Task AssertAsync(string? type)
    {
        var before = await Jobs.Jobs.StoredAsync("thing-1", "job-1");
        Assert.Equal((type switch { null => 200, "IncompleteSignatureException" => 400, _ => 403 }, type), await SendAsync());
        if (type is not null)
        {
            Assert.Equal(before, await Jobs.Jobs.StoredAsync("thing-1", "job-1"));
            Assert.Empty(Jobs.Asked);
        }
    }
}
