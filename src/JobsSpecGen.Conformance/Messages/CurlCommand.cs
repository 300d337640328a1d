using System.Text;

namespace JobsSpecGen.Conformance.Messages;

/// <summary>Formats a request as a <c>curl</c> command line for bash.</summary>
internal static class CurlCommand
{
    private const int MaxBytes = 4_000;

    public static string Of(Uri endpoint, WireRequest request)
    {
        var text = new StringBuilder($"curl -i --path-as-is -X {request.Method} {Quote(endpoint.GetLeftPart(UriPartial.Authority) + WireText.PathOf(endpoint) + request.Target)}");
        foreach (var (name, value) in request.Headers.Where(h => !string.Equals(h.Key, "Authorization", StringComparison.OrdinalIgnoreCase)))
        {
            text.Append(" -H ").Append(Quote($"{name}: {value}"));
        }

        if (request.Body is null)
        {
            return text.ToString();
        }

        // Without this option, curl adds the content type of a form to every request with a body.
        if (!request.Headers.Any(h => string.Equals(h.Key, "Content-Type", StringComparison.OrdinalIgnoreCase)))
        {
            text.Append(" -H 'Content-Type:'");
        }

        return request.Body.Length > MaxBytes
            ? text.Append($" --data-binary @body # the body has {request.Body.Length} bytes").ToString()
            : text.Append(" --data-binary ").Append(QuoteBody(request.Body)).ToString();
    }

    private static string QuoteBody(byte[] body) => WireText.IsPlain(body, out var plain) ? Quote(plain)
        : "$'" + string.Concat(body.Select(b => b is >= 0x20 and < 0x7F and not (byte)'\'' and not (byte)'\\' ? ((char)b).ToString() : $"\\x{b:x2}")) + "'";

    private static string Quote(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
