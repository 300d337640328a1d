using System.CommandLine;
using JobsSpecGen.Tool.Generation;
using JobsSpecGen.Tool.Terminal;

namespace JobsSpecGen.Tool.Emitting;

/// <summary><c>jobspec emit</c>: writes the C# that the generator emits for a spec.</summary>
internal static class EmitCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The spec file." };
        var output = new Option<string>("--output", "-o") { Description = "The output folder. It is created if it does not exist; other files in it stay unchanged.", HelpName = "DIR", Required = true };
        var artefacts = new Option<string[]>("--artefact", "-a")
        {
            Description = $"An artefact to emit, together with those that it depends on; may be repeated: {string.Join(", ", ArtefactNames.All)}. [default: all that need only .NET, so neither HttpServer nor Conformance]",
            HelpName = "NAME",
        };
        artefacts.Validators.Add(result =>
        {
            foreach (var error in result.Tokens.Select(token => ArtefactNames.Error(token.Value)).OfType<string>())
            {
                result.AddError(error);
            }
        });
        var command = new Command("emit", "Writes the C# that the generator emits for a spec.\nThe exit code is 0 on success, 1 if the spec has errors, 2 if a file cannot be read or written.") { file, output, artefacts };
        command.SetAction(result => Emit(Screen.Of(result), result.GetRequiredValue(file), result.GetRequiredValue(output), result.GetValue(artefacts) ?? []));
        return command;
    }

    private static int Emit(Screen screen, string path, string folder, IReadOnlyList<string> artefacts)
    {
        if (SpecFile.Read(path) is not { } spec)
        {
            return ExitCode.Error;
        }

        var run = GeneratorRun.Of(spec, artefacts, TargetProject.For(artefacts));
        DiagnosticPrinter.Print(screen, spec, run);
        if (run.HasErrors)
        {
            return ExitCode.Failure;
        }

        try
        {
            var files = new OutputFolder(folder).Write(run.Sources);
            foreach (var (file, isWritten) in files)
            {
                screen.Line($"{(isWritten ? "wrote" : "unchanged"),-10}{file}");
            }

            screen.Line($"{files.Count(file => file.IsWritten)} written, {files.Count(file => !file.IsWritten)} unchanged");
            return ExitCode.Success;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Screen.Error($"cannot write into '{folder}': {exception.Message}");
            return ExitCode.Error;
        }
    }
}
