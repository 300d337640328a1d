using System.Globalization;
using JobsSpecGen.Tool.Terminal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Spectre.Console;

namespace JobsSpecGen.Tool.Generation;

/// <summary>
/// Prints the diagnostics of the generator, one on a line and in the compiler's format, so that editors and CI find the position.
/// A terminal also shows the source line.
/// </summary>
internal static class DiagnosticPrinter
{
    public static void Print(Screen screen, SpecFile spec, GeneratorRun run)
    {
        foreach (var finding in run.Findings.Where(finding => finding.Severity >= DiagnosticSeverity.Warning))
        {
            var line = CSharpDiagnosticFormatter.Instance.Format(finding, CultureInfo.InvariantCulture).ReplaceLineEndings("\\n");
            screen.Styled(line, new Style(finding.Severity == DiagnosticSeverity.Error ? Color.Red : Color.Yellow));
            if (screen.Console is { } console)
            {
                ShowPlace(console, spec.GetText().Lines, finding.Location.GetLineSpan().Span);
            }
        }
    }

    private static void ShowPlace(IAnsiConsole console, TextLineCollection lines, LinePositionSpan place)
    {
        if (place.Start.Line >= lines.Count)
        {
            return;
        }

        var text = lines[place.Start.Line].ToString();
        var (shown, start) = Excerpt.Of(text, place.Start.Character, console.Profile.Width - 4);
        var end = place.End.Line == place.Start.Line ? place.End.Character : text.Length;
        var length = Math.Clamp(end - place.Start.Character, 1, Math.Max(1, shown.Length - start));
        console.WriteLine("    " + shown);
        console.WriteLine(new string(' ', 4 + start) + new string('^', length), new Style(Color.Green));
    }
}
