using System.Text.Json;

namespace JobsSpecGen.Conformance.Transport.Codec;

/// <summary>Which error an answer says it is: by its header, else by <c>code</c> or <c>__type</c> in its body, as clients look for it.</summary>
/// <param name="Header">The name in the header; null: none.</param>
/// <param name="Body">The name in the body; null: none.</param>
internal sealed record ErrorName(string? Header, string? Body)
{
    public const string HeaderName = "x-amzn-ErrorType";

    /// <summary>What counts; null: the answer does not say.</summary>
    public string? Wire => Header ?? Body;

    public static ErrorName Of(WireResponse answer, JsonElement? body) => new(
        answer.Header(HeaderName) is { Length: > 0 } header ? header.Split(':')[0].Trim() : null,
        Text(body, "code") ?? Text(body, "__type"));

    /// <summary>
    /// Every error of the spec that is meant. Several errors may share a name on the wire; then <c>code</c> may tell which, or nothing
    /// does. An answer that does not say its name is taken to be an error of its status.
    /// </summary>
    public IReadOnlyList<ErrorInfo> Meant(SpecInfo spec, OperationInfo operation, int status)
    {
        if (Wire is null)
        {
            return [.. spec.Errors.Where(e => e.Status == status && operation.Errors.Contains(e.Code))];
        }

        var named = spec.Errors.Where(e => e.WireName == Wire || (Header is null && e.Code == Wire)).ToList();
        return named.Where(e => e.Code == Body).ToList() is { Count: > 0 } exact ? exact : named;
    }

    /// <summary>Whether header and body name different errors; of errors that share a name on the wire the body may say which.</summary>
    public bool Contradicts(SpecInfo spec) =>
        Header is not null && Body is not null && Header != Body && !spec.Errors.Any(e => e.WireName == Header && e.Code == Body);

    private static string? Text(JsonElement? body, string name) =>
        body is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!.Split('#')[^1].Split(':')[0]
            : null;
}
