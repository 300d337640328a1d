using JobsSpecGen.Conformance.Transport.Arranging;
using JobsSpecGen.Conformance.Transport.Codec;

namespace JobsSpecGen.Conformance;

/// <summary>
/// Performs environment actions by HTTP requests to an address of the tester. The input of the action is the JSON body. A status code of
/// 2xx means that the action succeeded, and 501 that it cannot be performed. A refusal has the name of the error in the same form as
/// in a response of the service.
/// </summary>
public sealed class TemplateEnvironment : IHttpEnvironment
{
    private readonly SpecInfo _spec;
    private readonly string _method;
    private readonly string _address;
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    /// <summary>Creates the environment. It does not send anything yet.</summary>
    /// <param name="suite">The suite whose spec has the environment actions.</param>
    /// <param name="template">
    /// Method and address, such as <c>POST http://localhost:9000/test/{action}</c>. Names in braces may also be members of the input.
    /// </param>
    /// <exception cref="ArgumentException">The template does not consist of a method and an address.</exception>
    public TemplateEnvironment(ConformanceSuite suite, string template)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentNullException.ThrowIfNull(template);
        if (template.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var method, var address]
            || !Uri.TryCreate(address.Replace('{', 'x').Replace('}', 'x'), UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException($"'{template}' is not a request template. Give a method and an address, such as 'POST http://localhost:9000/test/{{action}}'.", nameof(template));
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
        using var response = await _http.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var headers = response.Headers.SelectMany(h => h.Value.Select(v => KeyValuePair.Create(h.Key, v)));
        var sent = new WireRequest(_method, address.PathAndQuery) { Headers = [new("Content-Type", "application/json")], Body = JsonText.Of(call.Request) };
        var received = new WireResponse((int)response.StatusCode, [.. headers], await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        return ActionResponse.OutcomeOf(_spec, call, new(new Uri(address.GetLeftPart(UriPartial.Authority)), sent, received), $"{_method} {address}");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return default;
    }
}
