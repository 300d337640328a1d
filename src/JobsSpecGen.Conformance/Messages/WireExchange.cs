using JobsSpecGen.Conformance.Messages;

namespace JobsSpecGen.Conformance;

/// <summary>An HTTP request as it is sent.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">The path and query, percent-encoded.</param>
public sealed record WireRequest(string Method, string Target)
{
    /// <summary>The headers, except <c>Host</c> and <c>Content-Length</c>, which every request has.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body, or null if the request has none.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Returns the request with one header set. It replaces all headers of the same name.</summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="value">The new value, or null to remove the header.</param>
    public WireRequest WithHeader(string name, string? value)
    {
        var others = Headers.Where(h => !string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase));
        return this with { Headers = value is null ? [.. others] : [.. others, new(name, value)] };
    }
}

/// <summary>An HTTP response as it was received.</summary>
/// <param name="Status">The HTTP status code.</param>
/// <param name="Headers">The headers in the order in which they were received.</param>
/// <param name="Body">The body; empty if the response has none.</param>
public sealed record WireResponse(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    /// <summary>Returns the values of a header, joined by commas, or null if the response does not have it.</summary>
    /// <param name="name">The name of the header.</param>
    public string? Header(string name)
    {
        var values = Headers.Where(h => string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value).ToList();
        return values.Count == 0 ? null : string.Join(", ", values);
    }
}

/// <summary>
/// The HTTP request and response of one call. An exchange is evidence only and must not affect the comparison of outcomes:
/// two equal outcomes stay equal whatever bytes were transferred. Therefore, all exchanges compare equal.
/// </summary>
/// <param name="endpoint">The base URI of the service.</param>
/// <param name="request">The request that was sent.</param>
/// <param name="response">The response that was received, or null if there was none.</param>
public sealed class WireExchange(Uri endpoint, WireRequest request, WireResponse? response) : IEquatable<WireExchange>
{
    /// <summary>The request that was sent.</summary>
    public WireRequest Request => request;

    /// <summary>The response that was received, or null if there was none.</summary>
    public WireResponse? Response => response;

    /// <summary>The request line, the headers and the body as readable text.</summary>
    public string RequestText => WireText.Of(endpoint, request);

    /// <summary>The status line, the headers and the body as readable text, or a note that there was no response.</summary>
    public string ResponseText => response is null ? "(the connection was closed without a response)" : WireText.Of(response);

    /// <summary>A shell command that sends the request again.</summary>
    public string Curl => CurlCommand.Of(endpoint, request);

    /// <inheritdoc/>
    public bool Equals(WireExchange? other) => other is not null;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is WireExchange;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    /// <inheritdoc/>
    public override string ToString() => $"{RequestText}\n\n{ResponseText}";
}
