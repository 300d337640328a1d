using System.Globalization;

namespace JobsSpecGen.Benchmarks.Load;

/// <summary>
/// How fast the emitted endpoints are beside empty ones of the same shape. The sides take turns, so that all see the same machine;
/// ratios are those of neighbouring turns.
/// </summary>
/// <remarks>
/// Its limits: client and server share the machine, its processors and its garbage collector, so that the client's share of each
/// request dilutes the ratios, and the figures a second are no server's capacity. A new request is sent only when the last was
/// answered: latencies are those of a busy, not of an overloaded server. Loopback has no network.
/// </remarks>
internal static class LoadRun
{
    private static readonly string[] s_sides = ["empty", "ready", "reference"];

    private static readonly (string Name, HttpMethod Method, string Target, string? Body)[] s_operations =
    [
        ("DescribeJobExecution", HttpMethod.Get, "/things/{0}/jobs/job-1?includeJobDocument=false", null),
        ("GetPendingJobExecutions", HttpMethod.Get, "/things/{0}/jobs", null),
        ("StartNextPendingJobExecution", HttpMethod.Put, "/things/{0}/jobs/$next", "{}"),
        ("UpdateJobExecution", HttpMethod.Post, "/things/{0}/jobs/job-1", """{"status":"IN_PROGRESS","statusDetails":{"step":"2/5","pct":"40"},"includeJobExecutionState":true}"""),
    ];

    public static async Task RunAsync(LoadOptions options, TextWriter output)
    {
        await output.WriteLineAsync(Text($"{options.Connections} connections, {options.Rounds} rounds of {options.Round.TotalSeconds} s, {Environment.ProcessorCount} processors, load {Load()}"));
        await output.WriteLineAsync("| operation | side | requests/s | p50 us | p99 us | cpu us/request | bytes/request | slower than empty: median, quartiles | cpu of empty: median |");
        await output.WriteLineAsync("| --- | --- | ---: | ---: | ---: | ---: | ---: | --- | ---: |");
        await using var server = await LoadServer.StartAsync(options.Connections);
        using var client = new LoadClient(new Uri(server.Urls.Single()), options.Connections);
        foreach (var (name, method, target, body) in s_operations)
        {
            await MeasureAsync(options, client, name, (side, address, number) => Message(address, method, "/" + side + string.Format(CultureInfo.InvariantCulture, target, "thing-" + number), body), output);
        }

        await output.WriteLineAsync(Text($"load at the end {Load()}"));
    }

    private static async Task MeasureAsync(LoadOptions options, LoadClient client, string name, Func<string, Uri, int, HttpRequestMessage> request, TextWriter output)
    {
        var turns = s_sides.ToDictionary(side => side, _ => new List<Turn>());
        for (var round = -2; round < options.Rounds; round++)
        {
            foreach (var side in s_sides)
            {
                var turn = await client.TurnAsync((address, number) => request(side, address, number), options.Round);
                if (round >= 0) // the first two warm everything up
                {
                    turns[side].Add(turn);
                }
            }
        }

        foreach (var side in s_sides)
        {
            var latencies = turns[side].SelectMany(turn => turn.Latencies).Order().ToList();
            var ratios = turns["empty"].Zip(turns[side], (empty, other) => empty.PerSecond / other.PerSecond).Order().ToList();
            var processor = Median(turns["empty"].Zip(turns[side], (empty, other) => other.Processor / empty.Processor));
            await output.WriteLineAsync(Text(
                $"| {name} | {side} | {Median(turns[side].Select(turn => turn.PerSecond)):F0} | {latencies[latencies.Count / 2]:F0} | {latencies[latencies.Count * 99 / 100]:F0} | {Median(turns[side].Select(turn => turn.Processor)):F1} | {Median(turns[side].Select(turn => turn.Bytes)):F0} | {Median(ratios):F2}, {ratios[ratios.Count / 4]:F2}-{ratios[ratios.Count * 3 / 4]:F2} | {processor:F2} |"));
        }
    }

    private static HttpRequestMessage Message(Uri address, HttpMethod method, string target, string? body)
    {
        var message = new HttpRequestMessage(method, new Uri(address, target));
        if (body is not null)
        {
            message.Content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        }

        return message;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
