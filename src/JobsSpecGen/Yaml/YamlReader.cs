using System;
using System.Globalization;
using System.IO;
using System.Threading;
using YamlDotNet.Core;

namespace JobsSpecGen.Yaml;

/// <summary>
/// Reads a YAML text into nodes with positions, within <see cref="YamlBudget"/>. It consumes the parser's events one by one.
/// The parser looks ahead by one key at most (1,024 characters), so that counting levels and nodes here bounds time and stack
/// for every text. No text causes an exception.
/// </summary>
internal static class YamlReader
{
    public static YamlReadResult Read(string text, CancellationToken cancellationToken)
    {
        var findings = new YamlFindings();
        if (text.Length > YamlBudget.MaxLength)
        {
            findings.Add(YamlFindingKinds.TooLong, default, Number(text.Length), Number(YamlBudget.MaxLength));
            return findings.ToResult(null);
        }

        // A byte order mark is not part of the text.
        text = text.StartsWith("\uFEFF", StringComparison.Ordinal) ? text.Substring(1) : text;
        var lines = new YamlText(text);
        var forbidden = YamlCharacters.IndexOfForbidden(text);
        if (forbidden >= 0)
        {
            var place = lines.PositionOf(forbidden);
            findings.Add(YamlFindingKinds.Syntax, new YamlSpan(place, place with { Column = place.Column + 1 }), YamlCharacters.Describe(text[forbidden]));
            return findings.ToResult(null);
        }

        return Parse(text, lines, findings, cancellationToken);
    }

    private static YamlReadResult Parse(string text, YamlText lines, YamlFindings findings, CancellationToken cancellationToken)
    {
        var tabs = new YamlTabs(lines);
        var scanner = new Scanner(new StringReader(text));
        YamlNode? root = null;
        try
        {
            root = new YamlTreeReader(new Parser(scanner), lines, tabs, findings, cancellationToken).ReadDocument();
            tabs.PassUntil(lines.LineCount - 1);
            ReportTab(tabs, findings);
        }
        catch (YamlReadStoppedException)
        {
            ReportTab(tabs, findings);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // On some malformed texts the parser throws exceptions other than its own.
            var error = YamlSyntaxError.Of(exception, scanner.CurrentPosition, lines);
            tabs.PassUntil(error.LastTabLine);
            if (!ReportTab(tabs, findings))
            {
                findings.Add(YamlFindingKinds.Syntax, error.Span, error.Message);
            }
        }

        return tabs.Found is null ? findings.ToResult(root) : findings.ToResult(Guess(text, cancellationToken), isRecovered: true);
    }

    /// <summary>
    /// Recovers from tabs: reads each tab that indents as two spaces. Returns null where that is no valid YAML either.
    /// A text with any other error is not recovered.
    /// </summary>
    private static YamlNode? Guess(string text, CancellationToken cancellationToken)
    {
        var spaced = YamlTabs.Expand(text);
        var lines = new YamlText(spaced);
        var findings = new YamlFindings();
        try
        {
            var parser = new Parser(new Scanner(new StringReader(spaced)));
            var root = new YamlTreeReader(parser, lines, new YamlTabs(lines), findings, cancellationToken).ReadDocument();
            return findings.ToResult(root).Findings.Count == 0 ? root : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return null;
        }
    }

    private static bool ReportTab(YamlTabs tabs, YamlFindings findings)
    {
        if (tabs.Found is not { } tab)
        {
            return false;
        }

        findings.Add(YamlFindingKinds.TabIndentation, new YamlSpan(tab, tab with { Column = tab.Column + 1 }));
        return true;
    }

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
