using System.Diagnostics;
using System.Text;

namespace JobsSpecGen.PackageTests;

/// <summary>Runs the SDK as a user would, without what this test process inherited from the SDK that started it.</summary>
internal static class DotNet
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(5);

    /// <summary>Runs a command of the SDK to its end, whatever it is.</summary>
    public static Task<Outcome> RunAsync(string folder, string? packages, params string[] arguments) =>
        ProgramAsync(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", folder, packages, arguments);

    /// <summary>Runs a program to its end, whatever that is.</summary>
    public static async Task<Outcome> ProgramAsync(string program, string folder, string? packages, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var inherited in start.Environment.Keys.Where(IsOfOuterRun).ToList())
        {
            start.Environment.Remove(inherited);
        }

        // Servers that outlive the command would keep its output open and the packages locked.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        if (!TestScale.IsFull)
        {
            // That a user's test project runs is what is looked at, not how much its suite tries.
            start.Environment["CONFORMANCE_RANDOM_SEQUENCES"] = start.Environment["CONFORMANCE_CONCURRENT_RUNS"] = "5";
        }

        if (packages is not null)
        {
            start.Environment["NUGET_PACKAGES"] = packages;
        }

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(s_limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{Path.GetFileName(program)} {string.Join(' ', arguments)} did not end:\n{Text(output)}");
        }

        return new($"{Path.GetFileName(program)} {string.Join(' ', arguments)}", process.ExitCode, Text(output));
    }

    private static bool IsOfOuterRun(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("DOTNET_CLI_TEST", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("MinVer", StringComparison.OrdinalIgnoreCase);

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.Append(line).Append('\n');
        }
    }

    private static string Text(StringBuilder output)
    {
        lock (output)
        {
            return output.ToString();
        }
    }
}

/// <summary>What came of a command.</summary>
internal sealed record Outcome(string Command, int ExitCode, string Output)
{
    /// <summary>Fails with all that the command said unless it succeeded.</summary>
    public Outcome Succeeded()
    {
        Assert.True(ExitCode == 0, $"{Command} ended with {ExitCode}:\n{Output}");
        return this;
    }

    /// <summary>Fails with all that the command said unless it failed.</summary>
    public Outcome Failed()
    {
        Assert.True(ExitCode != 0, $"{Command} should have failed:\n{Output}");
        return this;
    }
}
