using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using JobsSpecGen.Conformance.Transport.Codec;

namespace JobsSpecGen.Conformance;

/// <summary>
/// Has a program of the tester's arrange situations. It is started once. For each action it gets a line of JSON,
/// <c>{"action":"CreateJobExecution","request":{...}}</c>, and answers with one: <c>{}</c> when it is done,
/// <c>{"error":"ResourceNotFoundException"}</c> where the action is refused, <c>{"unsupported":"why"}</c> where it cannot be done.
/// </summary>
/// <param name="command">A command line for the system's shell.</param>
public sealed class CommandEnvironment(string command) : IHttpEnvironment
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Process? _process;

    /// <inheritdoc/>
    public async ValueTask<CallOutcome> ActAsync(SpecCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _process ??= Start();
            await _process.StandardInput.WriteLineAsync(Encoding.UTF8.GetString(Line(call)).AsMemory(), cancellationToken).ConfigureAwait(false);
            await _process.StandardInput.FlushAsync(cancellationToken).ConfigureAwait(false);
            var answer = await _process.StandardOutput.ReadLineAsync(cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidOperationException($"'{command}' ended instead of answering {call}; it reads lines until there are no more.");
            return Read(answer, call);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _turn.Dispose();
        if (_process is null)
        {
            return;
        }

        // The end of its input asks it to end; a program that does not is stopped.
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

    private static byte[] Line(SpecCall call) => JsonText.Written(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("action", call.Operation);
        writer.WritePropertyName("request");
        JsonText.Write(writer, call.Request);
        writer.WriteEndObject();
    });

    private CallOutcome Read(string answer, SpecCall call)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            var json = document.RootElement;
            return json.TryGetProperty("unsupported", out var why) ? throw new NotSupportedException(why.ToString())
                : json.TryGetProperty("error", out var error) ? new CallOutcome.Refused(error.ToString(), 0, "", new([]))
                : new CallOutcome.Answered(SpecValue.Absent);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new InvalidOperationException($"'{command}' answered {call} with '{answer}', which is no JSON object in one line.", exception);
        }
    }
}
