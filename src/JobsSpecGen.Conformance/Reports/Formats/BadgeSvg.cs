using System.Globalization;
using System.Xml.Linq;
using JobsSpecGen.Conformance.Reports.Document;
using JobsSpecGen.Conformance.Results;

namespace JobsSpecGen.Conformance.Reports.Formats;

/// <summary>Renders a report as a badge for a readme: the label on the left, the result on the right.</summary>
internal static class BadgeSvg
{
    private const int Height = 20;
    private const int Padding = 7;
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    public static string Of(ReportDocument report)
    {
        var (label, value) = ("conformance", Value(report.Summary));
        var (left, right) = (Width(label), Width(value));
        var title = $"{label}: {value}. {report.Summary.Sentence}";
        var badge = new XElement(
            s_svg + "svg",
            new XAttribute("width", left + right),
            new XAttribute("height", Height),
            new XAttribute("viewBox", $"0 0 {left + right} {Height}"),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", title),
            new XElement(s_svg + "title", title),
            new XElement(s_svg + "clipPath", new XAttribute("id", "round"), Box(0, left + right, "#fff", new XAttribute("rx", 4))),
            new XElement(s_svg + "g", new XAttribute("clip-path", "url(#round)"), Box(0, left, "#3a3f47"), Box(left, right, Color(report.Summary))),
            new XElement(
                s_svg + "g",
                new XAttribute("fill", "#fff"),
                new XAttribute("font-family", "Verdana,Geneva,DejaVu Sans,sans-serif"),
                new XAttribute("font-size", 11),
                new XAttribute("text-anchor", "middle"),
                Label(0, left, label),
                Label(left, right, value)));
        return badge.ToString().ReplaceLineEndings("\n") + "\n";
    }

    private static string Value(SummaryPart summary)
    {
        var share = $"{summary.Clauses.Verified}/{summary.Clauses.Total} clauses";
        return summary.Exit switch
        {
            "failed" when summary.Must.Violated > 0 => $"{share}, {summary.Must.Violated} violated",
            "failed" => $"{share}, differs from baseline",
            "broken" => $"{share}, run incomplete",
            "inconclusive" => "inconclusive",
            _ => share + (summary.Must.Violated > 0 ? ", " + Labels.Count(summary.Must.Violated, "known failure") : ""),
        };
    }

    // White text has a contrast ratio of at least 4.5 on each of these colors.
    private static string Color(SummaryPart summary) => summary.Exit switch
    {
        "passed" when summary.Must.Violated > 0 => "#8a5a00",
        "passed" => "#1f7a3a",
        "failed" => "#c0262d",
        _ => "#5b6470",
    };

    private static XElement Box(int x, int width, string color, params XAttribute[] more) => new(
        s_svg + "rect", new XAttribute("x", x), new XAttribute("width", width), new XAttribute("height", Height), new XAttribute("fill", color), more);

    /// <summary>Renders a text with a fixed length, so that it fits its box in any font.</summary>
    private static XElement Label(int x, int width, string text) => new(
        s_svg + "text",
        new XAttribute("x", (x + width / 2m).ToString(CultureInfo.InvariantCulture)),
        new XAttribute("y", 14),
        new XAttribute("textLength", width - 2 * Padding),
        new XAttribute("lengthAdjust", "spacingAndGlyphs"),
        text);

    /// <summary>Estimates the width of a text in Verdana at 11 pixels, the usual font of badges.</summary>
    private static int Width(string text) => 2 * Padding + (int)Math.Ceiling(text.Sum(c => c switch
    {
        ' ' or ',' or '.' or 'i' or 'l' or 'j' => 3.6,
        'f' or 't' or 'r' or '/' => 4.7,
        'm' or 'w' => 9.6,
        _ => 6.8,
    }));
}
