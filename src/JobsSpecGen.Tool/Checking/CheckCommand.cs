using System.CommandLine;
using JobsSpecGen.Tool.Generation;
using JobsSpecGen.Tool.Terminal;

namespace JobsSpecGen.Tool.Checking;

/// <summary><c>jobspec check</c>: what the compiler would say about specs.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "The specs, each by itself.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("check", "Shows the mistakes in specs, as the compiler shows them.\nThe exit code is 0 if there is no error, 1 if there is one, 2 if a file cannot be read.") { files };
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
            FindingPrinter.Print(screen, spec, run);
            wrong += run.HasErrors ? 1 : 0;
        }

        if (unreadable + wrong == 0)
        {
            screen.Note(paths.Count == 1 ? "No mistake found." : $"No mistake found in {paths.Count} specs.");
        }

        return unreadable > 0 ? ExitCode.Unusable : wrong > 0 ? ExitCode.Bad : ExitCode.Good;
    }
}
