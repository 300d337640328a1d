using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using JobsSpecGen.Conformance.Messages;

namespace JobsSpecGen.Conformance.Transport.Raw;

/// <summary>Sends a request as it is written on a connection of its own, below everything that would put it right.</summary>
internal static class RawConnection
{
    /// <summary>The answer; null: the connection was closed without one.</summary>
    /// <exception cref="SocketException">Nobody listens there.</exception>
    public static async Task<WireResponse?> SendAsync(Uri endpoint, WireRequest request, CancellationToken cancellationToken)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(endpoint.IdnHost.Trim('[', ']'), endpoint.Port, cancellationToken).ConfigureAwait(false);
        var stream = await OpenAsync(endpoint, connection, cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            try
            {
                await stream.WriteAsync(Encoding.Latin1.GetBytes(Head(endpoint, request)), cancellationToken).ConfigureAwait(false);
                await stream.WriteAsync(request.Body ?? [], cancellationToken).ConfigureAwait(false);
            }
            catch (IOException)
            {
                // Whoever refuses a large body need not read it to its end; the answer may be there all the same.
            }

            return await new RawAnswer(stream).ReadAsync(request.Method, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<Stream> OpenAsync(Uri endpoint, TcpClient connection, CancellationToken cancellationToken)
    {
        if (endpoint.Scheme != Uri.UriSchemeHttps)
        {
            return connection.GetStream();
        }

        var secured = new SslStream(connection.GetStream());
        await secured.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = endpoint.IdnHost }, cancellationToken).ConfigureAwait(false);
        return secured;
    }

    private static string Head(Uri endpoint, WireRequest request)
    {
        var head = new StringBuilder($"{request.Method} {WireText.PathOf(endpoint)}{request.Target} HTTP/1.1\r\nHost: {endpoint.Authority}\r\nConnection: close\r\n");
        foreach (var (name, value) in request.Headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        // Without a length nobody can tell that there is no body.
        if (request.Body is not null || request.Method is "POST" or "PUT" or "PATCH")
        {
            head.Append("Content-Length: ").Append(request.Body?.Length ?? 0).Append("\r\n");
        }

        return head.Append("\r\n").ToString();
    }
}
