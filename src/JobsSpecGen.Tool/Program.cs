using System.CommandLine;
using System.CommandLine.Invocation;
using JobsSpecGen.Tool.Checking;
using JobsSpecGen.Tool.Emitting;
using JobsSpecGen.Tool.Serving;
using JobsSpecGen.Tool.Terminal;
using JobsSpecGen.Tool.Testing;

namespace JobsSpecGen.Tool;

/// <summary>The command line.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        var root = new RootCommand("Checks, emits, serves and tests specs of what a service does.")
        {
            Screen.PlainOption,
            CheckCommand.Create(),
            EmitCommand.Create(),
            ServeCommand.Create(),
            TestCommand.Create(),
        };
        var result = root.Parse(args);
        if (result.Action is ParseErrorAction mistake)
        {
            mistake.ShowHelp = false;
        }

        try
        {
            // Long enough for the server to let go of what it has under way.
            var code = await result.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(10), EnableDefaultExceptionHandler = false });
            return result.Action is ParseErrorAction ? ExitCode.Unusable : code;
        }
        catch (Exception exception)
        {
            // A mistake of this program, which says nothing about a spec or a service.
            Screen.Complain($"this should not have happened: {exception}");
            return ExitCode.Unusable;
        }
    }
}
