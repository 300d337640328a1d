using System.CommandLine;
using JobsSpecGen.Tool.Generation;
using JobsSpecGen.Tool.Terminal;

namespace JobsSpecGen.Tool.Emitting;

/// <summary><c>jobspec emit</c>: the C# that the generator makes of a spec, as files.</summary>
internal static class EmitCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The spec." };
        var output = new Option<string>("--output", "-o") { Description = "The folder to write into. It is made if it is not there; other files in it are left alone.", HelpName = "DIR", Required = true };
        var artefacts = new Option<string[]>("--artefact", "-a")
        {
            Description = $"What to emit, with what it needs; may be given several times: {string.Join(", ", ArtefactNames.All)}. Left out: all that needs nothing but .NET, so neither HttpServer nor Conformance.",
            HelpName = "NAME",
        };
        artefacts.Validators.Add(result =>
        {
            foreach (var mistake in result.Tokens.Select(token => ArtefactNames.Mistake(token.Value)).OfType<string>())
            {
                result.AddError(mistake);
            }
        });
        var command = new Command("emit", "Writes the C# that the generator makes of a spec.\nThe exit code is 0 if all is written, 1 if the spec has errors, 2 if a file cannot be read or written.") { file, output, artefacts };
        command.SetAction(result => Emit(Screen.Of(result), result.GetRequiredValue(file), result.GetRequiredValue(output), result.GetValue(artefacts) ?? []));
        return command;
    }

    private static int Emit(Screen screen, string path, string folder, IReadOnlyList<string> artefacts)
    {
        if (SpecFile.Read(path) is not { } spec)
        {
            return ExitCode.Unusable;
        }

        var run = GeneratorRun.Of(spec, artefacts, TargetProject.For(artefacts));
        FindingPrinter.Print(screen, spec, run);
        if (run.HasErrors)
        {
            return ExitCode.Bad;
        }

        try
        {
            var files = new OutputFolder(folder).Write(run.Sources);
            foreach (var (file, isWritten) in files)
            {
                screen.Line($"{(isWritten ? "wrote" : "unchanged"),-10}{file}");
            }

            screen.Line($"{files.Count(file => file.IsWritten)} written, {files.Count(file => !file.IsWritten)} unchanged");
            return ExitCode.Good;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Screen.Complain($"cannot write into '{folder}': {exception.Message}");
            return ExitCode.Unusable;
        }
    }
}
