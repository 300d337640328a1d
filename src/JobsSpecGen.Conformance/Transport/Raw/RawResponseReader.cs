using System.Globalization;
using System.Text;

namespace JobsSpecGen.Conformance.Transport.Raw;

/// <summary>Reads one HTTP/1.1 response from a connection.</summary>
internal sealed class RawResponseReader(Stream stream)
{
    private const int MaxBytes = 16 * 1024 * 1024;
    private readonly List<byte> _buffer = [];

    /// <summary>Reads the response. Returns null if the connection is closed before the header section is complete.</summary>
    public async Task<WireResponse?> ReadAsync(string method, CancellationToken cancellationToken)
    {
        while (await HeadAsync(cancellationToken).ConfigureAwait(false) is { } head)
        {
            var lines = head.Split("\r\n");
            if (!int.TryParse(lines[0].Split(' ').ElementAtOrDefault(1), NumberStyles.None, CultureInfo.InvariantCulture, out var status))
            {
                return null;
            }

            // An informational response precedes the final one.
            if (status is >= 100 and < 200)
            {
                continue;
            }

            var headers = lines.Skip(1).Where(l => l.Contains(':', StringComparison.Ordinal))
                .Select(l => KeyValuePair.Create(l[..l.IndexOf(':', StringComparison.Ordinal)].Trim(), l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()))
                .ToList();
            var response = new WireResponse(status, headers, []);
            return method == "HEAD" || status is 204 or 304 ? response : response with { Body = await BodyAsync(response, cancellationToken).ConfigureAwait(false) };
        }

        return null;
    }

    private async Task<string?> HeadAsync(CancellationToken cancellationToken)
    {
        int end;
        while ((end = IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!await ReadMoreAsync(cancellationToken).ConfigureAwait(false))
            {
                return null;
            }
        }

        return Encoding.Latin1.GetString(Take(end + 4)[..end]);
    }

    private async Task<byte[]> BodyAsync(WireResponse response, CancellationToken cancellationToken)
    {
        if (response.Header("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true)
        {
            return await ChunksAsync(cancellationToken).ConfigureAwait(false);
        }

        var length = int.TryParse(response.Header("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : MaxBytes;
        while (_buffer.Count < length && await ReadMoreAsync(cancellationToken).ConfigureAwait(false))
        {
        }

        return Take(Math.Min(length, _buffer.Count));
    }

    private async Task<byte[]> ChunksAsync(CancellationToken cancellationToken)
    {
        var body = new List<byte>();
        while (true)
        {
            int line;
            while ((line = IndexOf("\r\n"u8)) < 0)
            {
                if (!await ReadMoreAsync(cancellationToken).ConfigureAwait(false))
                {
                    return [.. body];
                }
            }

            var size = Encoding.Latin1.GetString(Take(line + 2)[..line]).Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length == 0)
            {
                return [.. body];
            }

            while (_buffer.Count < length + 2 && await ReadMoreAsync(cancellationToken).ConfigureAwait(false))
            {
            }

            body.AddRange(Take(Math.Min(length, _buffer.Count)));
            _ = Take(Math.Min(2, _buffer.Count));
        }
    }

    private async Task<bool> ReadMoreAsync(CancellationToken cancellationToken)
    {
        var chunk = new byte[8192];
        try
        {
            var count = _buffer.Count < MaxBytes ? await stream.ReadAsync(chunk, cancellationToken).ConfigureAwait(false) : 0;
            _buffer.AddRange(chunk.AsSpan(0, count));
            return count > 0;
        }
        catch (IOException)
        {
            return false; // A reset connection is treated like a closed one.
        }
    }

    private int IndexOf(ReadOnlySpan<byte> bytes) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_buffer).IndexOf(bytes);

    private byte[] Take(int count)
    {
        byte[] taken = [.. _buffer.Take(count)];
        _buffer.RemoveRange(0, count);
        return taken;
    }
}
