using System.Globalization;
using System.Text.RegularExpressions;
using JobsSpecGen.CompiledTests.Harness;

namespace JobsSpecGen.CompiledTests.Language;

/// <summary>The reference names every diagnostic of a spec, and none that does not exist.</summary>
public sealed partial class ReferenceDiagnosticTests
{
    [Fact]
    public void Diagnostics_are_those_of_the_rules()
    {
        var rules = Rule().Matches(File.ReadAllText(Path.Combine(Repository.Root, "src", "JobsSpecGen", "Diagnostics", "RULES.md"))).Select(match => match.Groups[1].Value);

        Assert.Equal(rules.Order(), LanguageFile.Document.ReferenceLines.SelectMany(Ids).Distinct().Order());
    }

    private static IEnumerable<string> Ids(string line) =>
        Span().Matches(line).SelectMany(match => Between(Number(match.Groups[1]), Number(match.Groups[2].Success ? match.Groups[2] : match.Groups[1])));

    private static IEnumerable<string> Between(int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(number => string.Create(CultureInfo.InvariantCulture, $"JSG{number:0000}"));

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^## (JSG\d{4}):", RegexOptions.Multiline)]
    private static partial Regex Rule();

    [GeneratedRegex(@"`JSG(\d{4})`(?: to `JSG(\d{4})`)?")]
    private static partial Regex Span();
}
