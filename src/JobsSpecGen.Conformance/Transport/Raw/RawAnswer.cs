using System.Globalization;
using System.Text;

namespace JobsSpecGen.Conformance.Transport.Raw;

/// <summary>Reads one HTTP/1.1 answer from a connection.</summary>
internal sealed class RawAnswer(Stream stream)
{
    private const int MostBytes = 16 * 1024 * 1024;
    private readonly List<byte> _read = [];

    /// <summary>The answer; null: the connection was closed before its head was there.</summary>
    public async Task<WireResponse?> ReadAsync(string method, CancellationToken cancellationToken)
    {
        while (await HeadAsync(cancellationToken).ConfigureAwait(false) is { } head)
        {
            var lines = head.Split("\r\n");
            if (!int.TryParse(lines[0].Split(' ').ElementAtOrDefault(1), NumberStyles.None, CultureInfo.InvariantCulture, out var status))
            {
                return null;
            }

            // What is only on the way to an answer.
            if (status is >= 100 and < 200)
            {
                continue;
            }

            var headers = lines.Skip(1).Where(l => l.Contains(':', StringComparison.Ordinal))
                .Select(l => KeyValuePair.Create(l[..l.IndexOf(':', StringComparison.Ordinal)].Trim(), l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()))
                .ToList();
            var answer = new WireResponse(status, headers, []);
            return method == "HEAD" || status is 204 or 304 ? answer : answer with { Body = await BodyAsync(answer, cancellationToken).ConfigureAwait(false) };
        }

        return null;
    }

    private async Task<string?> HeadAsync(CancellationToken cancellationToken)
    {
        int end;
        while ((end = IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!await MoreAsync(cancellationToken).ConfigureAwait(false))
            {
                return null;
            }
        }

        return Encoding.Latin1.GetString(Take(end + 4)[..end]);
    }

    private async Task<byte[]> BodyAsync(WireResponse answer, CancellationToken cancellationToken)
    {
        if (answer.Header("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true)
        {
            return await ChunksAsync(cancellationToken).ConfigureAwait(false);
        }

        var length = int.TryParse(answer.Header("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : MostBytes;
        while (_read.Count < length && await MoreAsync(cancellationToken).ConfigureAwait(false))
        {
        }

        return Take(Math.Min(length, _read.Count));
    }

    private async Task<byte[]> ChunksAsync(CancellationToken cancellationToken)
    {
        var body = new List<byte>();
        while (true)
        {
            int line;
            while ((line = IndexOf("\r\n"u8)) < 0)
            {
                if (!await MoreAsync(cancellationToken).ConfigureAwait(false))
                {
                    return [.. body];
                }
            }

            var size = Encoding.Latin1.GetString(Take(line + 2)[..line]).Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length == 0)
            {
                return [.. body];
            }

            while (_read.Count < length + 2 && await MoreAsync(cancellationToken).ConfigureAwait(false))
            {
            }

            body.AddRange(Take(Math.Min(length, _read.Count)));
            _ = Take(Math.Min(2, _read.Count));
        }
    }

    private async Task<bool> MoreAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[8192];
        try
        {
            var count = _read.Count < MostBytes ? await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) : 0;
            _read.AddRange(buffer.AsSpan(0, count));
            return count > 0;
        }
        catch (IOException)
        {
            return false; // broken off, which is as good as closed
        }
    }

    private int IndexOf(ReadOnlySpan<byte> bytes) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_read).IndexOf(bytes);

    private byte[] Take(int count)
    {
        byte[] taken = [.. _read.Take(count)];
        _read.RemoveRange(0, count);
        return taken;
    }
}
