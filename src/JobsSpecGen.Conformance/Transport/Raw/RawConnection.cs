using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using JobsSpecGen.Conformance.Messages;

namespace JobsSpecGen.Conformance.Transport.Raw;

/// <summary>Sends a request unchanged over its own TCP connection. HTTP clients of .NET would normalize or refuse a malformed request.</summary>
internal static class RawConnection
{
    /// <summary>Sends the request and reads the response. Returns null if the connection is closed without a response.</summary>
    /// <exception cref="SocketException">The connection cannot be established.</exception>
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
                // A server may refuse a large body without reading it to the end. Its response can be readable nevertheless.
            }

            return await new RawResponseReader(stream).ReadAsync(request.Method, cancellationToken).ConfigureAwait(false);
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

        // Without Content-Length a server cannot tell that a request with one of these methods has no body.
        if (request.Body is not null || request.Method is "POST" or "PUT" or "PATCH")
        {
            head.Append("Content-Length: ").Append(request.Body?.Length ?? 0).Append("\r\n");
        }

        return head.Append("\r\n").ToString();
    }
}
