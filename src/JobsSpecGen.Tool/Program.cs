using System.CommandLine;
using System.CommandLine.Invocation;
using JobsSpecGen.Tool.Checking;
using JobsSpecGen.Tool.Emitting;
using JobsSpecGen.Tool.Serving;
using JobsSpecGen.Tool.Terminal;
using JobsSpecGen.Tool.Testing;

namespace JobsSpecGen.Tool;

/// <summary>The entry point: parses the command line and runs a command.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        var root = new RootCommand("Checks specs, emits C# from them, serves the AWS IoT Jobs data plane, and tests services against its spec.")
        {
            Screen.PlainOption,
            CheckCommand.Create(),
            EmitCommand.Create(),
            ServeCommand.Create(),
            TestCommand.Create(),
        };
        var result = root.Parse(args);
        if (result.Action is ParseErrorAction parseError)
        {
            parseError.ShowHelp = false;
        }

        try
        {
            // Long enough for the server to finish the requests in progress.
            var code = await result.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(10), EnableDefaultExceptionHandler = false });
            return result.Action is ParseErrorAction ? ExitCode.Error : code;
        }
        catch (Exception exception)
        {
            // A bug of this program; it says nothing about a spec or a service.
            Screen.Error($"internal error: {exception}");
            return ExitCode.Error;
        }
    }
}
