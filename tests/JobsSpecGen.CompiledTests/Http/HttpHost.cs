using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace JobsSpecGen.CompiledTests.Http;

/// <summary>Endpoints on a free port of this machine, and a client that talks to them.</summary>
internal sealed class HttpHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HttpHost(WebApplication app)
    {
        _app = app;
        Http = new() { BaseAddress = new(app.Urls.Single()) };
    }

    public HttpClient Http { get; }

    public static async Task<HttpHost> StartAsync(Action<IEndpointRouteBuilder> map, Action<KestrelServerOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            configure?.Invoke(kestrel);
        });
        builder.Logging.ClearProviders();
        var app = builder.Build();
        map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    /// <summary>Sends a request with a body as it is, and gives the answer with its error type.</summary>
    public async Task<(int Status, string? Type, string Body)> SendAsync(string method, string target, string? body = null, string? contentType = "application/json")
    {
        using var message = new HttpRequestMessage(new HttpMethod(method), new Uri(Http.BaseAddress!, target));
        if (body is not null)
        {
            message.Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body));
            message.Content.Headers.ContentType = contentType is null ? null : System.Net.Http.Headers.MediaTypeHeaderValue.Parse(contentType);
        }

        using var answer = await Http.SendAsync(message, TestContext.Current.CancellationToken);
        var type = answer.Headers.TryGetValues("x-amzn-ErrorType", out var types) ? types.Single() : null;
        return ((int)answer.StatusCode, type, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
