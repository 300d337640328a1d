using IotJobs.Remote;

namespace IotJobs.Conformance;

/// <summary>A service that runs as processes of its own on one store. Calls go to them in turn.</summary>
internal sealed class HostProcesses : IAsyncDisposable
{
    private readonly HostProcess[] _hosts;
    private readonly RemoteJobs _service;
    private int _calls;

    private HostProcesses(HostProcess[] hosts)
    {
        _hosts = hosts;
        _service = new(() => _hosts[(uint)Interlocked.Increment(ref _calls) % _hosts.Length].Address);
    }

    /// <summary>The service, whichever process answers.</summary>
    public RemoteJobs Service => _service;

    /// <summary>Starts the processes, all at once. Blocks, because the suite makes backends with their constructors.</summary>
    /// <param name="count">How many.</param>
    /// <param name="arguments">The arguments of each, which say where the store is.</param>
    public static HostProcesses Start(int count, params string[] arguments)
    {
        var starting = Enumerable.Range(0, count).Select(_ => HostProcess.StartAsync(arguments, CancellationToken.None));
        return new(Task.WhenAll(starting).GetAwaiter().GetResult());
    }

    /// <summary>Kills all processes and starts them again. All are gone before the first comes back, so that none can help another to remember.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        foreach (var host in _hosts)
        {
            host.Kill();
        }

        await Task.WhenAll(_hosts.Select(host => host.RestartAsync(cancellationToken)));
    }

    public async ValueTask DisposeAsync()
    {
        _service.Dispose();
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }
    }
}
