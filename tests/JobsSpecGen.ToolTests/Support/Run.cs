using System.Diagnostics;
using System.Runtime.InteropServices;

namespace JobsSpecGen.ToolTests.Support;

/// <summary>Runs programs to their end.</summary>
internal static class Run
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(5);

    /// <summary>The runtime that runs this test.</summary>
    public static string DotNet { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));

    /// <summary>Runs the tool.</summary>
    public static Task<Outcome> JobspecAsync(params string[] arguments) => ProgramAsync(DotNet, [Repository.Tool, .. arguments]);

    /// <summary>Runs any program, with variables of its environment besides those of this test.</summary>
    public static async Task<Outcome> ProgramAsync(string program, string[] arguments, params (string Name, string? Value)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["NO_COLOR"] = null;
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(s_limit);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return new($"{Path.GetFileName(program)} {string.Join(' ', arguments)}", process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}

/// <summary>What came of a program.</summary>
internal sealed record Outcome(string Command, int ExitCode, string Output, string Errors)
{
    /// <summary>The lines of the standard output.</summary>
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Fails with all that the program said unless it ended in this way.</summary>
    public Outcome Ended(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"{Command} ended with {ExitCode} instead of {exitCode}:\n{this}");
        return this;
    }

    public override string ToString() => $"{Output}\n{Errors}";
}
