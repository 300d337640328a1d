using System.Diagnostics;

namespace JobsSpecGen.ToolTests.Support;

/// <summary>A server as a process of its own: <c>jobspec serve</c>, or any program that says on its first line where it listens.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Listening = "Listening on ";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private const string Env = "/usr/bin/env";
    private const string DefaultSignals = "--default-signal=INT";

    /// <summary>Whether env of this machine can give a program the default handling of signals back; GNU's can.</summary>
    private static readonly Lazy<bool> s_resetsSignals = new(() =>
    {
        if (!File.Exists(Env))
        {
            return false;
        }

        using var probe = Process.Start(new ProcessStartInfo(Env, [DefaultSignals, "true"]) { RedirectStandardError = true })!;
        probe.WaitForExit();
        return probe.ExitCode == 0;
    });

    private readonly Process _process;
    private readonly Task<string> _errors;

    private ServerProcess(Process process, Task<string> errors, Uri address)
    {
        _process = process;
        _errors = errors;
        Address = address;
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Starts <c>jobspec serve</c> on a free port.</summary>
    public static Task<ServerProcess> StartAsync(params string[] arguments) => StartProgramAsync(Run.DotNet, [Repository.Tool, "serve", "--port", "0", .. arguments]);

    /// <summary>Starts a server, and waits until it is ready.</summary>
    public static async Task<ServerProcess> StartProgramAsync(string program, params string[] arguments)
    {
        // What is started in the background of a script ignores SIGINT, and so does what it starts.
        var process = Process.Start(s_resetsSignals.Value
            ? new ProcessStartInfo(Env, [DefaultSignals, program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true }
            : new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(s_patience, TestContext.Current.CancellationToken);
            Assert.True(line?.StartsWith(Listening, StringComparison.Ordinal), $"The server said: {line}\n{(line is null ? await errors : "")}");
            return new(process, errors, new(line![Listening.Length..]));
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>Ends it without warning: nothing of it runs any more, not even a finally block.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Asks it to end, and tells its exit code.</summary>
    /// <param name="signal"><c>TERM</c>, or <c>INT</c> for Ctrl-C.</param>
    public async Task<int> SignalAsync(string signal)
    {
        (await Run.ProgramAsync("kill", ["-" + signal, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])).Ended(0);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(s_patience, TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>What it said on the standard error until its end.</summary>
    public Task<string> ErrorsAsync() => _errors;

    /// <summary>What it said on the standard output since it was ready, until its end.</summary>
    public Task<string> OutputAsync() => _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        _process.Kill();
        _process.Dispose();
        return default;
    }
}
