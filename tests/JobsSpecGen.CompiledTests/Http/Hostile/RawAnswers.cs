using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace JobsSpecGen.CompiledTests.Http.Hostile;

/// <summary>All that came back on a connection.</summary>
/// <param name="Statuses">The statuses of the answers.</param>
/// <param name="Text">The bytes as text.</param>
/// <param name="IsWhole">Whether the server closed the connection in order; otherwise an answer may have been lost.</param>
internal sealed partial record RawAnswers(int[] Statuses, string Text, bool IsWhole)
{
    /// <summary>Sends bytes on a connection of their own, and reads until the server closes it.</summary>
    public static async Task<RawAnswers> OfAsync(Uri address, byte[] bytes, CancellationToken stop)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        var (answer, isWhole) = (new MemoryStream(), true);
        await socket.ConnectAsync(address.Host, address.Port, stop);
        try
        {
            await socket.SendAsync(bytes, stop);
            var buffer = new byte[4096];
            while (await socket.ReceiveAsync(buffer, stop) is > 0 and var count)
            {
                answer.Write(buffer, 0, count);
            }
        }
        catch (SocketException)
        {
            isWhole = false;
        }

        var text = Encoding.Latin1.GetString(answer.ToArray());
        return new([.. StatusLine().Matches(text).Select(match => int.Parse(match.Groups[1].ValueSpan, provider: null))], text, isWhole);
    }

    [GeneratedRegex("HTTP/1\\.1 ([0-9]{3}) ")]
    private static partial Regex StatusLine();
}
