using System.Net.Sockets;
using System.Text;

namespace JobsSpecGen.CompiledTests.Http;

/// <summary>Requests as they are written, below everything that would put them right.</summary>
internal static class RawHttp
{
    /// <summary>Sends lines and a body on a connection of their own, and gives all that comes back.</summary>
    public static async Task<string> SendAsync(Uri address, string head, string body = "", bool endsEarly = false, string host = "test")
    {
        var stop = TestContext.Current.CancellationToken;
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port, stop);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(head.ReplaceLineEndings("\r\n") + "\r\nHost: " + host + "\r\nConnection: close\r\n\r\n" + body), stop);
        if (endsEarly)
        {
            connection.Client.Shutdown(SocketShutdown.Send);
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        try
        {
            return await reader.ReadToEndAsync(stop);
        }
        catch (IOException)
        {
            return string.Empty; // the connection was broken off
        }
    }

    /// <summary>The status of an answer.</summary>
    public static int StatusOf(string answer) => answer.Length == 0 ? 0 : int.Parse(answer.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
}
