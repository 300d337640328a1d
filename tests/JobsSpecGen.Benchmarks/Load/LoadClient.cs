using System.Diagnostics;

namespace JobsSpecGen.Benchmarks.Load;

/// <summary>What a turn saw.</summary>
/// <param name="PerSecond">Requests that were answered, in a second.</param>
/// <param name="Latencies">How long each took, in microseconds.</param>
/// <param name="Processor">What one request takes of the processors, in microseconds, client and server together. What else the machine does counts little here.</param>
/// <param name="Bytes">What one request allocates, client and server together.</param>
internal sealed record Turn(double PerSecond, IReadOnlyList<double> Latencies, double Processor, double Bytes);

/// <summary>Sends one kind of request on several connections for a while, each as soon as the last was answered.</summary>
internal sealed class LoadClient(Uri address, int connections) : IDisposable
{
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseCookies = false, UseProxy = false, AllowAutoRedirect = false });

    /// <param name="request">The request of a thing, by the number of the connection.</param>
    /// <param name="length">How long.</param>
    public async Task<Turn> TurnAsync(Func<Uri, int, HttpRequestMessage> request, TimeSpan length)
    {
        using var process = Process.GetCurrentProcess();
        var (begin, busy, allocated) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true));
        var end = begin + (long)(length.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(number => Task.Run(() => LoopAsync(() => request(address, number), end))));
        var elapsed = Stopwatch.GetElapsedTime(begin);
        process.Refresh();
        busy = process.TotalProcessorTime - busy;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        var latencies = all.SelectMany(list => list).ToList();
        return new(
            latencies.Count / elapsed.TotalSeconds,
            latencies,
            busy.TotalMicroseconds / latencies.Count,
            allocated / (double)latencies.Count);
    }

    public void Dispose() => _http.Dispose();

    private async Task<List<double>> LoopAsync(Func<HttpRequestMessage> request, long end)
    {
        var latencies = new List<double>(20_000);
        var buffer = new byte[4096];
        for (var begin = Stopwatch.GetTimestamp(); begin < end;)
        {
            using var message = request();
            using var answer = await _http.SendAsync(message, default);
            await using var body = await answer.Content.ReadAsStreamAsync();
            while (await body.ReadAsync(buffer) > 0)
            {
            }

            if (!answer.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"{message.RequestUri} was answered with {(int)answer.StatusCode}.");
            }

            var now = Stopwatch.GetTimestamp();
            latencies.Add((now - begin) * 1_000_000.0 / Stopwatch.Frequency);
            begin = now;
        }

        return latencies;
    }
}
