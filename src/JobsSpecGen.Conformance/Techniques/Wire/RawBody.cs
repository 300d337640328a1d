using System.Text;
using System.Text.Json;

namespace JobsSpecGen.Conformance.Techniques.Wire;

/// <summary>Edits the body of a request and keeps the rest of the body.</summary>
internal static class RawBody
{
    public static WireRequest With(WireRequest request, byte[] body) => request with { Body = body };

    public static WireRequest With(WireRequest request, string body) => With(request, Encoding.UTF8.GetBytes(body));

    /// <summary>Adds a member at the beginning of the body. The member may exist already.</summary>
    public static WireRequest Prepend(WireRequest request, string name, string json)
    {
        var body = Encoding.UTF8.GetString(request.Body!);
        var rest = body.Trim()[1..];
        return With(request, "{" + Name(name) + json + (rest.TrimStart().StartsWith('}') ? "" : ",") + rest);
    }

    /// <summary>Replaces the value at a path of members by the given JSON.</summary>
    public static WireRequest Replace(WireRequest request, IReadOnlyList<string> path, string json)
    {
        using var document = JsonDocument.Parse(request.Body!);
        return With(request, Replaced(document.RootElement, path, json));
    }

    private static string Replaced(JsonElement element, IReadOnlyList<string> path, string json) => path.Count == 0
        ? json
        : "{" + string.Join(',', element.EnumerateObject().Select(p => Name(p.Name) + (p.Name == path[0] ? Replaced(p.Value, [.. path.Skip(1)], json) : p.Value.GetRawText()))) + "}";

    private static string Name(string name) => "\"" + JsonEncodedText.Encode(name) + "\":";
}
