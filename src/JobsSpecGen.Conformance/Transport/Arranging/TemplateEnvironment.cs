using JobsSpecGen.Conformance.Transport.Arranging;
using JobsSpecGen.Conformance.Transport.Codec;

namespace JobsSpecGen.Conformance;

/// <summary>
/// Has situations arranged by requests to an address of the tester's, with the action's input as the JSON body. 2xx means that it is
/// done, 501 that it cannot be; a refusal says the error's name as the service itself would.
/// </summary>
public sealed class TemplateEnvironment : IHttpEnvironment
{
    private readonly SpecInfo _spec;
    private readonly string _method;
    private readonly string _address;
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    /// <summary>Prepares requests; nothing is sent yet.</summary>
    /// <param name="suite">The suite whose actions are arranged.</param>
    /// <param name="template">Method and address, such as <c>POST http://localhost:9000/test/{action}</c>. Members of the input may stand in braces, too.</param>
    /// <exception cref="ArgumentException">That is no method and address.</exception>
    public TemplateEnvironment(ConformanceSuite suite, string template)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentNullException.ThrowIfNull(template);
        if (template.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var method, var address]
            || !Uri.TryCreate(address.Replace('{', 'x').Replace('}', 'x'), UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException($"'{template}' is no template of a request: it is a method and an address, such as 'POST http://localhost:9000/test/{{action}}'.", nameof(template));
        }

        (_spec, _method, _address) = (suite.Spec, method, address);
    }

    /// <inheritdoc/>
    public async ValueTask<CallOutcome> ActAsync(SpecCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var address = new Uri(call.Request.Members.Aggregate(
            _address.Replace("{action}", call.Operation, StringComparison.Ordinal),
            (text, member) => text.Replace("{" + member.Key + "}", RequestEncoder.Escape(TemplateText.ToText(member.Value)), StringComparison.Ordinal)));
        using var message = new HttpRequestMessage(new HttpMethod(_method), address) { Content = new ByteArrayContent(JsonText.Of(call.Request)) };
        message.Content.Headers.ContentType = new("application/json");
        using var answer = await _http.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var headers = answer.Headers.SelectMany(h => h.Value.Select(v => KeyValuePair.Create(h.Key, v)));
        var sent = new WireRequest(_method, address.PathAndQuery) { Headers = [new("Content-Type", "application/json")], Body = JsonText.Of(call.Request) };
        var came = new WireResponse((int)answer.StatusCode, [.. headers], await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        return ActionAnswer.Of(_spec, call, new(new Uri(address.GetLeftPart(UriPartial.Authority)), sent, came), $"{_method} {address}");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return default;
    }
}
