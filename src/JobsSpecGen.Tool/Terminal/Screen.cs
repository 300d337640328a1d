using System.CommandLine;
using Spectre.Console;

namespace JobsSpecGen.Tool.Terminal;

/// <summary>
/// Where a command writes: a terminal with somebody in front of it, or a file or pipe, which gets plain text that stays the
/// same from one version of the tool to the next.
/// </summary>
/// <param name="console">The terminal; null where the text has to be plain.</param>
internal sealed class Screen(IAnsiConsole? console)
{
    /// <summary>The option that every command has.</summary>
    public static Option<bool> PlainOption { get; } = new("--plain")
    {
        Description = "Plain text without colours, as where the output is no terminal or NO_COLOR is set.",
        Recursive = true,
    };

    /// <summary>The terminal; null where the text has to be plain.</summary>
    public IAnsiConsole? Console => console;

    public static Screen Of(ParseResult result) => new(result.GetValue(PlainOption) || !IsTerminal ? null : AnsiConsole.Console);

    private static bool IsTerminal =>
        !System.Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") is not "dumb";

    /// <summary>Writes a line as it is. What could steer a terminal is written out.</summary>
    public void Line(string text = "") => Styled(text, Style.Plain);

    /// <summary>Writes a line, in a style where there is a terminal.</summary>
    public void Styled(string text, Style style)
    {
        if (console is null)
        {
            System.Console.Out.WriteLine(VisibleText.Of(text));
        }
        else
        {
            // The terminal breaks long lines itself; so they can be copied whole.
            var (line, width) = (VisibleText.Of(text), console.Profile.Width);
            console.Profile.Width = Math.Max(width, line.Length + 1);
            console.Write(new Text(line + "\n", style));
            console.Profile.Width = width;
        }
    }

    /// <summary>Tells somebody who sits there what no program needs to know.</summary>
    public void Note(string text)
    {
        if (console is not null)
        {
            Styled(text, new Style(Color.Green));
        }
    }

    /// <summary>Says on the standard error why nothing can be done.</summary>
    public static void Complain(string text) => System.Console.Error.WriteLine(VisibleText.Of("jobspec: " + text));
}
