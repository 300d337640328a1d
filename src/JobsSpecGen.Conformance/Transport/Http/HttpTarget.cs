using System.Net;
using JobsSpecGen.Conformance.Messages;
using JobsSpecGen.Conformance.Transport.Arranging;
using JobsSpecGen.Conformance.Transport.Codec;
using JobsSpecGen.Conformance.Transport.Raw;

namespace JobsSpecGen.Conformance;

/// <summary>
/// A backend that is reached over HTTP, independent of its programming language. Every call is sent by the HTTP binding of the spec. The
/// suite also runs the wire test cases: raw requests that a typed client cannot send, and the encoding of responses.
/// </summary>
/// <remarks>
/// <see cref="HttpTargetOptions.Environment"/> performs environment actions to arrange test cases. Without it, the actions are sent to
/// the same endpoint if the spec has HTTP bindings for them.
/// </remarks>
public class HttpTarget : IConformanceTarget
{
    private readonly HttpTargetOptions _options;
    private readonly Uri _endpoint;
    private readonly HttpMessageInvoker _http;
    private readonly Dictionary<string, OperationInfo> _operations;
    private readonly SpecInfo _spec;
    private readonly ResponseDecoder _decoder;
    private readonly IHttpEnvironment _environment;

    /// <summary>Creates the target. It does not send anything yet.</summary>
    /// <param name="suite">The suite whose spec has the HTTP bindings.</param>
    /// <param name="endpoint">The base address of the service. Its path, if any, precedes the paths of the spec.</param>
    /// <param name="options">How to reach the service. Null uses the defaults.</param>
    /// <exception cref="ArgumentException">The endpoint is not an absolute <c>http</c> or <c>https</c> address.</exception>
    public HttpTarget(ConformanceSuite suite, Uri endpoint, HttpTargetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentNullException.ThrowIfNull(endpoint);
        if (!endpoint.IsAbsoluteUri || (endpoint.Scheme != Uri.UriSchemeHttp && endpoint.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException($"'{endpoint}' is not an address of a service. Give an absolute address that begins with http:// or https://.", nameof(endpoint));
        }

        _options = options ?? new();
        _endpoint = endpoint;
        _spec = suite.Spec;
        _http = new(_options.Handler ?? new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
        });
        _operations = _spec.Operations.ToDictionary(o => o.Name, StringComparer.Ordinal);
        _decoder = new(_spec, Log);
        Encoder = new(_spec, _options.Given);
        _environment = _options.Environment ?? new ControlPlane(_spec, Encoder, SendAsync);
    }

    /// <inheritdoc/>
    public virtual string Name => _endpoint.ToString();

    /// <inheritdoc/>
    public virtual TimeSpan EnvironmentDelay => _options.EnvironmentDelay;

    /// <inheritdoc/>
    public virtual TimeSpan ClockTolerance => _options.ClockTolerance;

    /// <inheritdoc/>
    public virtual ConformanceOptions Options => ConformanceOptions.FromEnvironment();

    internal WireLog Log { get; } = new();

    internal RequestEncoder Encoder { get; }

    /// <inheritdoc/>
    public async ValueTask<CallOutcome> CallAsync(SpecCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        try
        {
            var operation = _operations[call.Operation];
            if (operation.IsEnvironment)
            {
                return await _environment.ActAsync(call, cancellationToken).ConfigureAwait(false);
            }

            var request = Encoder.Encode(call);
            return _decoder.Decode(call, operation, await SendAsync(request, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            return OutcomeOf(exception, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _http.Dispose();
        await _environment.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// Sends a request unchanged, and decodes the response as that to a call of the operation. Violations of wire rules by the response
    /// go to a log of their own, which is discarded: another component than the service, such as a gateway, may respond to a wrong
    /// path or method. Only ordinary calls check the encoding of responses.
    /// </summary>
    internal async Task<CallOutcome> SendRawAsync(SpecCall call, WireRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var signed = _options.Sign is null ? request : await SignAsync(request, cancellationToken).ConfigureAwait(false);
            var response = await RawConnection.SendAsync(_endpoint, signed, cancellationToken).ConfigureAwait(false);
            return new ResponseDecoder(_spec, new WireLog()).Decode(call, _operations[call.Operation], new(_endpoint, request, response));
        }
        catch (Exception exception)
        {
            return OutcomeOf(exception, cancellationToken);
        }
    }

    private async Task<WireExchange> SendAsync(WireRequest request, CancellationToken cancellationToken)
    {
        using var message = ToMessage(request);
        if (_options.Sign is { } sign)
        {
            await sign(message, cancellationToken).ConfigureAwait(false);
        }

        using var response = await _http.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var headers = response.Headers.Concat(response.Content.Headers).SelectMany(h => h.Value.Select(v => KeyValuePair.Create(h.Key, v)));
        return new(_endpoint, request, new((int)response.StatusCode, [.. headers], body));
    }

    private async Task<WireRequest> SignAsync(WireRequest request, CancellationToken cancellationToken)
    {
        using var message = ToMessage(request);
        await _options.Sign!(message, cancellationToken).ConfigureAwait(false);
        var signed = request;
        foreach (var (name, values) in message.Headers.Where(h => !string.Equals(h.Key, "Host", StringComparison.OrdinalIgnoreCase)))
        {
            signed = signed.WithHeader(name, string.Join(", ", values));
        }

        return signed;
    }

    private HttpRequestMessage ToMessage(WireRequest request)
    {
        // By default, .NET decodes escapes in a path and removes dot segments.
        var address = new Uri(
            _endpoint.GetLeftPart(UriPartial.Authority) + WireText.PathOf(_endpoint) + request.Target,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var message = new HttpRequestMessage(new HttpMethod(request.Method), address);
        if (request.Body is not null)
        {
            message.Content = new ByteArrayContent(request.Body);
        }

        foreach (var (name, value) in request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    private static CallOutcome OutcomeOf(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        NotSupportedException => new CallOutcome.Unsupported(exception.Message),
        OperationCanceledException when cancellationToken.IsCancellationRequested => throw new OperationCanceledException(exception.Message, exception, cancellationToken),
        TimeoutException or OperationCanceledException => new CallOutcome.TimedOut(exception.Message),
        _ => new CallOutcome.Broken(exception),
    };
}
