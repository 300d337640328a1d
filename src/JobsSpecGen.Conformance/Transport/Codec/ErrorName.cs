using System.Text.Json;

namespace JobsSpecGen.Conformance.Transport.Codec;

/// <summary>
/// The error name in a response. Clients of AWS read it from the header first, then from <c>code</c> or <c>__type</c> in the body, so
/// the engine does the same.
/// </summary>
/// <param name="Header">The name in the header, or null.</param>
/// <param name="Body">The name in the body, or null.</param>
internal sealed record ErrorName(string? Header, string? Body)
{
    public const string HeaderName = "x-amzn-ErrorType";

    /// <summary>The name that takes effect: that of the header, otherwise that of the body. Null if the response has neither.</summary>
    public string? WireName => Header ?? Body;

    public static ErrorName Of(WireResponse response, JsonElement? body) => new(
        response.Header(HeaderName) is { Length: > 0 } header ? header.Split(':')[0].Trim() : null,
        Text(body, "code") ?? Text(body, "__type"));

    /// <summary>
    /// Finds the errors of the spec that the response can mean. Several errors may share a name on the wire. In that case <c>code</c> may
    /// identify one of them; otherwise all are returned. A response without an error name can mean each error of the operation with
    /// its status code.
    /// </summary>
    public IReadOnlyList<ErrorInfo> Candidates(SpecInfo spec, OperationInfo operation, int status)
    {
        if (WireName is null)
        {
            return [.. spec.Errors.Where(e => e.Status == status && operation.Errors.Contains(e.Code))];
        }

        var named = spec.Errors.Where(e => e.WireName == WireName || (Header is null && e.Code == WireName)).ToList();
        return named.Where(e => e.Code == Body).ToList() is { Count: > 0 } exact ? exact : named;
    }

    /// <summary>
    /// True if header and body name different errors. It is not a contradiction if the body has the code of one of the errors that share
    /// the name in the header.
    /// </summary>
    public bool IsContradictory(SpecInfo spec) =>
        Header is not null && Body is not null && Header != Body && !spec.Errors.Any(e => e.WireName == Header && e.Code == Body);

    private static string? Text(JsonElement? body, string name) =>
        body is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!.Split('#')[^1].Split(':')[0]
            : null;
}
