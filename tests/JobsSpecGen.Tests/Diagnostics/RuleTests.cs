using System.Reflection;
using System.Text.RegularExpressions;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Tests.Binding;
using JobsSpecGen.Tests.Support;
using JobsSpecGen.Yaml;
using Microsoft.CodeAnalysis;

namespace JobsSpecGen.Tests.Diagnostics;

/// <summary>Every rule has a test, a page and a line in the list of releases; nothing else has.</summary>
public sealed partial class RuleTests
{
    private static readonly Dictionary<string, (string Title, string Message)> s_rules = typeof(ShapeRules).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(ShapeRules).Namespace)
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
        .Select(field => (DiagnosticDescriptor)field.GetValue(null)!)
        .Select(rule => (rule.Id, Title: rule.Title.ToString(null), Message: rule.MessageFormat.ToString(null)))
        .Concat(YamlFindingKinds.All.Select(kind => (kind.Id, kind.Title, Message: kind.MessageFormat)))
        .ToDictionary(rule => rule.Id, rule => (rule.Title, rule.Message));

    private static readonly string s_page = Repository.Read("src", "JobsSpecGen", "Diagnostics", "RULES.md");

    private static readonly Dictionary<string, string> s_sections = Section().Matches(s_page).ToDictionary(match => match.Groups[1].Value, match => match.Value);

    [Fact]
    public void Every_rule_has_a_test() => Assert.Equal(s_rules.Keys.Order(StringComparer.Ordinal), MistakeTests.TestedIds.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_has_a_page() => Assert.Equal(s_rules.Keys.Order(StringComparer.Ordinal), s_sections.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Pages_come_in_order() => Assert.Equal(s_sections.Keys.Order(StringComparer.Ordinal), s_sections.Keys);

    /// <summary>The ids of the YAML reader are made from a list, so that the analyzer of release notes does not see them.</summary>
    [Fact]
    public void Every_rule_is_in_the_list_of_releases()
    {
        var listed = Regex.Matches(Repository.Read("src", "JobsSpecGen", "AnalyzerReleases.Unshipped.md"), @"^(JSG\d+) \| JobsSpecGen \| Error \| (.+)$", RegexOptions.Multiline)
            .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value.Trim());
        Assert.All(listed, line => Assert.Equal(s_rules[line.Key].Title, line.Value));
        Assert.Empty(s_rules.Keys.Except(YamlFindingKinds.All.Select(kind => kind.Id)).Except(listed.Keys));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_what_why_and_how(string id)
    {
        var page = s_sections[id];
        Assert.StartsWith($"## {id}: {s_rules[id].Title}\n\nYou are seeing this because ", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("\n```yaml\n").Length - 1);
        Assert.Contains("\nWrong:\n", page, StringComparison.Ordinal);
        Assert.Contains("\nRight:\n", page, StringComparison.Ordinal);
        Assert.Contains("\nTo fix it, ", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Id_title_and_message_are_in_the_house_style(string id)
    {
        var (title, message) = s_rules[id];
        Assert.Matches("^JSG[01239][0-9]{3}$", id);
        Assert.Matches("^[A-Z].*[a-z#]$", title);
        Assert.False(message.EndsWith('.'), message);
    }

    public static IEnumerable<TheoryDataRow<string>> Ids => s_rules.Keys.Order(StringComparer.Ordinal).Select(id => new TheoryDataRow<string>(id));

    [GeneratedRegex(@"^## (JSG\d+): .*?(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();
}
