using System.Diagnostics;
using System.Runtime.InteropServices;

namespace IotJobs.Remote;

/// <summary>
/// A host as a process of its own, which can be killed without warning and started again. The host ends when its standard input
/// does, so that it does not outlive whoever started it, however that ends.
/// </summary>
public sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string[] _arguments;
    private Process _process;

    private HostProcess(string[] arguments, Process process, Uri address)
    {
        _arguments = arguments;
        _process = process;
        Address = address;
    }

    /// <summary>Where the host answers. Another one after a restart.</summary>
    public Uri Address { get; private set; }

    /// <summary>Starts a host, and waits until it answers.</summary>
    /// <param name="arguments">Its arguments: <c>--sqlite FILE</c> or <c>--postgres CONNECTION</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">The host ended before it answered.</exception>
    public static async Task<HostProcess> StartAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var (process, address) = await LaunchAsync(arguments, cancellationToken).ConfigureAwait(false);
        return new(arguments, process, address);
    }

    /// <summary>Ends the host with SIGKILL: nothing of it runs any more, not even a finally block.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Kills the host and starts it again with the same arguments.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        Kill();
        _process.Dispose();
        (_process, Address) = await LaunchAsync(_arguments, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Kills the host.</summary>
    public ValueTask DisposeAsync()
    {
        Kill();
        _process.Dispose();
        return default;
    }

    private static async Task<(Process Process, Uri Address)> LaunchAsync(string[] arguments, CancellationToken cancellationToken)
    {
        // The host is copied beside whoever refers to its project, and runs on the runtime that runs this.
        var dotnet = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet");
        var start = new ProcessStartInfo(dotnet, [Path.Combine(AppContext.BaseDirectory, "BackendHost.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken).ConfigureAwait(false);
            return (process, new(line ?? throw new InvalidOperationException("The host ended before it answered; its standard error tells why.")));
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }
}
