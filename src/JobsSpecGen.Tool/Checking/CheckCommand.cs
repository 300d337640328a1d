using System.CommandLine;
using JobsSpecGen.Tool.Generation;
using JobsSpecGen.Tool.Terminal;

namespace JobsSpecGen.Tool.Checking;

/// <summary><c>jobspec check</c>: reports the errors in specs as the compiler does.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "The spec files. Each is checked on its own.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("check", "Reports the errors in specs, as the compiler reports them.\nThe exit code is 0 if there is no error, 1 if there is one, 2 if a file cannot be read.") { files };
        command.SetAction(result => Check(Screen.Of(result), result.GetRequiredValue(files)));
        return command;
    }

    private static int Check(Screen screen, IReadOnlyList<string> paths)
    {
        var (unreadable, wrong) = (0, 0);
        foreach (var path in paths)
        {
            if (SpecFile.Read(path) is not { } spec)
            {
                unreadable++;
                continue;
            }

            var run = GeneratorRun.Of(spec, artefacts: []);
            DiagnosticPrinter.Print(screen, spec, run);
            wrong += run.HasErrors ? 1 : 0;
        }

        if (unreadable + wrong == 0)
        {
            screen.Info(paths.Count == 1 ? "No errors found." : $"No errors found in {paths.Count} specs.");
        }

        return unreadable > 0 ? ExitCode.Error : wrong > 0 ? ExitCode.Failure : ExitCode.Success;
    }
}
