using System.Net;
using System.Net.Sockets;
using JobsSpecGen.Conformance.Tests.Desk;

namespace JobsSpecGen.Conformance.Tests.Arranging;

/// <summary>Environment actions by HTTP requests: the requests, and the interpretation of the responses.</summary>
public sealed class TemplateEnvironmentTests : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _address;

    public TemplateEnvironmentTests()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        _address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        free.Stop();
        _listener.Prefixes.Add(_address);
        _listener.Start();
    }

    [Fact]
    public async Task Address_has_the_action_and_its_members_and_the_body_has_the_input()
    {
        var request = RespondAsync(204);
        var call = new SpecCall("Open", new([new("ticketId", SpecValue.Of("a/1")), new("count", SpecValue.Of(2L))]));
        await using var environment = new TemplateEnvironment(DeskSuite.Instance, $"PUT {_address}test/{{action}}/{{ticketId}}");
        Assert.IsType<CallOutcome.Answered>(await environment.ActAsync(call, TestContext.Current.CancellationToken));
        Assert.Equal(("PUT", "/test/Open/a%2F1", """{"count":2,"ticketId":"a/1"}"""), await request);
    }

    [Theory]
    [InlineData(501)]
    [InlineData(404)]
    public async Task Unsupported_action_is_not_a_violation(int status)
    {
        _ = RespondAsync(status);
        await using var environment = new TemplateEnvironment(DeskSuite.Instance, $"POST {_address}{{action}}");
        Assert.Contains($"HTTP {status}", (await Assert.ThrowsAsync<NotSupportedException>(() => ActAsync(environment))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_error_is_a_broken_outcome()
    {
        _ = RespondAsync(500);
        await using var environment = new TemplateEnvironment(DeskSuite.Instance, $"POST {_address}{{action}}");
        Assert.IsType<CallOutcome.Broken>(await ActAsync(environment));
    }

    public void Dispose() => _listener.Close();

    private static Task<CallOutcome> ActAsync(TemplateEnvironment environment) =>
        environment.ActAsync(new(DeskSuite.Instance.Spec.Operations.First(o => o.IsEnvironment).Name, new([])), TestContext.Current.CancellationToken).AsTask();

    private async Task<(string Method, string Target, string Body)> RespondAsync(int status)
    {
        var context = await _listener.GetContextAsync();
        using var reader = new StreamReader(context.Request.InputStream);
        var request = (context.Request.HttpMethod, context.Request.RawUrl!, await reader.ReadToEndAsync());
        context.Response.StatusCode = status;
        context.Response.Close();
        return request;
    }
}
