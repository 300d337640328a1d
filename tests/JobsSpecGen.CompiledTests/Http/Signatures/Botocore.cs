using System.Diagnostics;
using JobsSpecGen.CompiledTests.Harness;

namespace JobsSpecGen.CompiledTests.Http.Signatures;

/// <summary>AWS's Python client, where the machine has it: python3 on the path, or Debian's with the package python3-boto3.</summary>
internal static class Botocore
{
    private static readonly Lazy<string?> s_python = new(() => new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(HasBotocore));

    /// <summary>Runs the client, and gives the lines that it prints.</summary>
    public static async Task<string[]> RunAsync(IEnumerable<string> arguments, string input = "")
    {
        if (s_python.Value is not { } python)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("JOBSSPECGEN_REQUIRE_AWS") == "1", "There is no python3 with botocore here. Debian's package is python3-boto3.");
            throw new InvalidOperationException("JOBSSPECGEN_REQUIRE_AWS is 1, and there is no python3 with botocore.");
        }

        var script = Path.Combine(Repository.Root, "tests", "JobsSpecGen.CompiledTests", "Http", "Signatures", "botocore_client.py");
        using var process = Start(python, [script, .. arguments]);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await error);
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool HasBotocore(string python)
    {
        try
        {
            using var process = Start(python, ["-c", "import botocore.auth"]);
            process.StandardInput.Close();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // there is no such program
        }
    }

    private static Process Start(string python, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(python, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true"; // it asks nobody but us
        start.Environment["PYTHONUTF8"] = "1";
        return Process.Start(start)!;
    }
}
