using System.Net;
using System.Text;

namespace JobsSpecGen.Conformance.Messages;

/// <summary>Formats HTTP requests and responses as readable text.</summary>
internal static class WireText
{
    private const int MaxBytes = 2_000;

    public static string Of(Uri endpoint, WireRequest request)
    {
        var text = new StringBuilder($"{request.Method} {PathOf(endpoint)}{request.Target} HTTP/1.1\nHost: {endpoint.Authority}");
        AppendHeaders(text, request.Headers);
        return AppendBody(text, request.Body ?? []).ToString();
    }

    public static string Of(WireResponse response)
    {
        var text = new StringBuilder($"HTTP/1.1 {response.Status} {(HttpStatusCode)response.Status}");
        AppendHeaders(text, response.Headers);
        return AppendBody(text, response.Body).ToString();
    }

    /// <summary>The path of the endpoint, which precedes the paths of the spec; empty if the endpoint has none.</summary>
    public static string PathOf(Uri endpoint) => endpoint.AbsolutePath.TrimEnd('/');

    /// <summary>Whether the bytes are UTF-8 text that can be printed unescaped.</summary>
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

    /// <summary>The <c>Authorization</c> header is redacted: a signature is sensitive, and it does not help a reader.</summary>
    private static void AppendHeaders(StringBuilder text, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers)
        {
            text.Append('\n').Append(name).Append(": ").Append(string.Equals(name, "Authorization", StringComparison.OrdinalIgnoreCase) ? "(redacted)" : value);
        }
    }

    private static StringBuilder AppendBody(StringBuilder text, byte[] body)
    {
        if (body.Length == 0)
        {
            return text;
        }

        var start = body.Length > MaxBytes ? body[..MaxBytes] : body;
        text.Append("\n\n").Append(IsPlain(start, out var plain) ? plain : Escape(start));
        return body.Length > MaxBytes ? text.Append($"… ({body.Length} bytes)") : text;
    }

    private static string Escape(byte[] body) =>
        string.Concat(body.Select(b => b is >= 0x20 and < 0x7F ? ((char)b).ToString() : $"\\x{b:x2}"));
}
