using System.CommandLine;
using Spectre.Console;

namespace JobsSpecGen.Tool.Terminal;

/// <summary>
/// The output of a command: an interactive terminal, or a file or pipe, which gets plain text that is stable across versions of
/// the tool.
/// </summary>
/// <param name="console">The terminal; null for plain text.</param>
internal sealed class Screen(IAnsiConsole? console)
{
    /// <summary>The option of all commands.</summary>
    public static Option<bool> PlainOption { get; } = new("--plain")
    {
        Description = "Writes plain text without colours. This is the default if the output is not a terminal or NO_COLOR is set.",
        Recursive = true,
    };

    /// <summary>The terminal; null for plain text.</summary>
    public IAnsiConsole? Console => console;

    public static Screen Of(ParseResult result) => new(result.GetValue(PlainOption) || !IsTerminal ? null : AnsiConsole.Console);

    private static bool IsTerminal =>
        !System.Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") is not "dumb";

    /// <summary>Writes a line. Control characters are escaped.</summary>
    public void Line(string text = "") => Styled(text, Style.Plain);

    /// <summary>Writes a line, with a style if there is a terminal.</summary>
    public void Styled(string text, Style style)
    {
        if (console is null)
        {
            System.Console.Out.WriteLine(VisibleText.Of(text));
        }
        else
        {
            // The terminal wraps long lines itself, so that they can be copied as one line.
            var (line, width) = (VisibleText.Of(text), console.Profile.Width);
            console.Profile.Width = Math.Max(width, line.Length + 1);
            console.Write(new Text(line + "\n", style));
            console.Profile.Width = width;
        }
    }

    /// <summary>Writes a line on a terminal only; programs that read the output do not need it.</summary>
    public void Info(string text)
    {
        if (console is not null)
        {
            Styled(text, new Style(Color.Green));
        }
    }

    /// <summary>Writes an error message to the standard error.</summary>
    public static void Error(string text) => System.Console.Error.WriteLine(VisibleText.Of("jobspec: " + text));
}
