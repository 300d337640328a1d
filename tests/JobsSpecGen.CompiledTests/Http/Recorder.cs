using System.Net;

namespace JobsSpecGen.CompiledTests.Http;

/// <summary>A service that keeps what it is sent, and answers what it was told to.</summary>
internal sealed class Recorder(int status = 200, string? errorType = null, string body = "{}") : HttpMessageHandler
{
    /// <summary>The requests: method, target and body, each as it goes over the wire.</summary>
    public List<string> Sent { get; } = [];

    /// <summary>The service as a client of the jobs sees it.</summary>
    public static (IotJobsData.JobsDataPlaneHttpClient Client, Recorder Recorder) Jobs(Recorder? recorder = null, string address = "http://jobs.test")
    {
        recorder ??= new();
        return (new(new HttpClient(recorder), new Uri(address)), recorder);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var content = request.Content is null ? "" : $" {request.Content.Headers.ContentType} {await request.Content.ReadAsStringAsync(cancellationToken)}";
        Sent.Add($"{request.Method} {request.RequestUri!.PathAndQuery}{content}");
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
        if (errorType is not null)
        {
            answer.Headers.Add("x-amzn-errortype", errorType);
        }

        return answer;
    }
}
