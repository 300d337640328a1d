using System.Net;
using System.Text;

namespace JobsSpecGen.Conformance.Messages;

/// <summary>Requests and answers as a reader can follow them.</summary>
internal static class WireText
{
    private const int MostBytes = 2_000;

    public static string Of(Uri endpoint, WireRequest request)
    {
        var text = new StringBuilder($"{request.Method} {PathOf(endpoint)}{request.Target} HTTP/1.1\nHost: {endpoint.Authority}");
        Headers(text, request.Headers);
        return Body(text, request.Body ?? []).ToString();
    }

    public static string Of(WireResponse answer)
    {
        var text = new StringBuilder($"HTTP/1.1 {answer.Status} {(HttpStatusCode)answer.Status}");
        Headers(text, answer.Headers);
        return Body(text, answer.Body).ToString();
    }

    /// <summary>The path that goes before those of the spec; empty where there is none.</summary>
    public static string PathOf(Uri endpoint) => endpoint.AbsolutePath.TrimEnd('/');

    /// <summary>Whether the bytes are text that can be printed as it is.</summary>
    public static bool IsPlain(byte[] body, out string text)
    {
        text = "";
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body);
        }
        catch (ArgumentException)
        {
            return false;
        }

        return text.All(c => !char.IsControl(c) || c is '\n' or '\t');
    }

    /// <summary>Signatures are secrets of a kind, and of no use to a reader.</summary>
    private static void Headers(StringBuilder text, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers)
        {
            text.Append('\n').Append(name).Append(": ").Append(string.Equals(name, "Authorization", StringComparison.OrdinalIgnoreCase) ? "(left out)" : value);
        }
    }

    private static StringBuilder Body(StringBuilder text, byte[] body)
    {
        if (body.Length == 0)
        {
            return text;
        }

        var start = body.Length > MostBytes ? body[..MostBytes] : body;
        text.Append("\n\n").Append(IsPlain(start, out var plain) ? plain : Escaped(start));
        return body.Length > MostBytes ? text.Append($"… ({body.Length} bytes)") : text;
    }

    private static string Escaped(byte[] body) =>
        string.Concat(body.Select(b => b is >= 0x20 and < 0x7F ? ((char)b).ToString() : $"\\x{b:x2}"));
}
