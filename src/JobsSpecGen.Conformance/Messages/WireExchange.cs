using JobsSpecGen.Conformance.Messages;

namespace JobsSpecGen.Conformance;

/// <summary>A request as it is sent.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query, percent-encoded.</param>
public sealed record WireRequest(string Method, string Target)
{
    /// <summary>The headers, without those that every request has: <c>Host</c>, <c>Content-Length</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body; null: none.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The request with one header in the place of those of the same name; null takes it away.</summary>
    /// <param name="name">The header.</param>
    /// <param name="value">Its value.</param>
    public WireRequest WithHeader(string name, string? value)
    {
        var others = Headers.Where(h => !string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase));
        return this with { Headers = value is null ? [.. others] : [.. others, new(name, value)] };
    }
}

/// <summary>An answer as it came.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers in the order in which they came.</param>
/// <param name="Body">The body; empty: none.</param>
public sealed record WireResponse(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    /// <summary>The values of a header, joined by commas; null: it is not there.</summary>
    /// <param name="name">The header.</param>
    public string? Header(string name)
    {
        var values = Headers.Where(h => string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value).ToList();
        return values.Count == 0 ? null : string.Join(", ", values);
    }
}

/// <summary>
/// What went over the wire for one call. It is evidence: two outcomes that are alike stay alike whatever bytes led to them, so all
/// exchanges are equal.
/// </summary>
/// <param name="endpoint">Where the service is.</param>
/// <param name="request">What was sent.</param>
/// <param name="response">What came; null: nothing did.</param>
public sealed class WireExchange(Uri endpoint, WireRequest request, WireResponse? response) : IEquatable<WireExchange>
{
    /// <summary>What was sent.</summary>
    public WireRequest Request => request;

    /// <summary>What came; null: nothing did.</summary>
    public WireResponse? Response => response;

    /// <summary>The request line, the headers and the body, as a reader can follow them.</summary>
    public string RequestText => WireText.Of(endpoint, request);

    /// <summary>The status line, the headers and the body; or that nothing came.</summary>
    public string ResponseText => response is null ? "(the connection was closed without an answer)" : WireText.Of(response);

    /// <summary>A command for a shell that sends the request again.</summary>
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
