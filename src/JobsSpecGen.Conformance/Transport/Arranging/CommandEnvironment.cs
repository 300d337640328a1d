using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using JobsSpecGen.Conformance.Transport.Codec;

namespace JobsSpecGen.Conformance;

/// <summary>
/// Performs environment actions by a program of the tester. The program is started once. For each action it reads one line of JSON from
/// its standard input, <c>{"action":"CreateJobExecution","request":{...}}</c>, and writes one line of JSON to its standard output:
/// <c>{}</c> if the action succeeded, <c>{"error":"ResourceNotFoundException"}</c> if the action was refused, and
/// <c>{"unsupported":"reason"}</c> if the program cannot perform it.
/// </summary>
/// <param name="command">A command line for the shell of the operating system.</param>
public sealed class CommandEnvironment(string command) : IHttpEnvironment
{
    private readonly SemaphoreSlim _mutex = new(1, 1);
    private Process? _process;

    /// <inheritdoc/>
    public async ValueTask<CallOutcome> ActAsync(SpecCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        await _mutex.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _process ??= Start();
            await _process.StandardInput.WriteLineAsync(Encoding.UTF8.GetString(ToJson(call)).AsMemory(), cancellationToken).ConfigureAwait(false);
            await _process.StandardInput.FlushAsync(cancellationToken).ConfigureAwait(false);
            var line = await _process.StandardOutput.ReadLineAsync(cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidOperationException($"'{command}' exited without a response to {call}. It must read lines until the end of its standard input.");
            return Parse(line, call);
        }
        finally
        {
            _mutex.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _mutex.Dispose();
        if (_process is null)
        {
            return;
        }

        // The end of its standard input asks the program to exit. A program that does not exit is killed.
        try
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(2)).Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private Process Start()
    {
        var isWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);
        var start = new ProcessStartInfo(isWindows ? "cmd.exe" : "/bin/sh")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        start.ArgumentList.Add(isWindows ? "/c" : "-c");
        start.ArgumentList.Add(command);
        return Process.Start(start) ?? throw new InvalidOperationException($"'{command}' could not be started.");
    }

    private static byte[] ToJson(SpecCall call) => JsonText.ToBytes(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("action", call.Operation);
        writer.WritePropertyName("request");
        JsonText.Write(writer, call.Request);
        writer.WriteEndObject();
    });

    private CallOutcome Parse(string line, SpecCall call)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            return json.TryGetProperty("unsupported", out var reason) ? throw new NotSupportedException(reason.ToString())
                : json.TryGetProperty("error", out var error) ? new CallOutcome.Refused(error.ToString(), 0, "", new([]))
                : new CallOutcome.Answered(SpecValue.Absent);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new InvalidOperationException($"'{command}' responded to {call} with '{line}', which is not a JSON object on one line.", exception);
        }
    }
}
