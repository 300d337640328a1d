using JobsSpecGen.Yaml;

namespace JobsSpecGen.Tests.Yaml;

/// <summary>Whatever the text: an answer, soon, without an exception.</summary>
public sealed class HostileTextTests
{
    [Theory]
    [InlineData("[", 10_240)]
    [InlineData("[", 100_000)]
    [InlineData("[", 4_000_000)]
    [InlineData("{", 100_000)]
    [InlineData("[{", 50_000)]
    [InlineData("[a: ", 100_000)]
    [InlineData("[\n", 100_000)]
    [InlineData("- ", 100_000)]
    [InlineData("? ", 100_000)]
    public void Nesting_ends_at_its_limit(string text, int times)
    {
        var finding = Assert.Single(Reading.Read(Repeat(text, times)).Findings);

        Assert.Equal("JSG9002", finding.Id);
    }

    [Fact]
    public void Deep_block_mappings_end_at_their_limit()
    {
        var text = string.Concat(Enumerable.Range(0, 500).Select(level => new string(' ', level) + "a:\n"));

        Assert.Equal("JSG9002 (65,65)-(65,66): Lists and mappings lie more than 64 levels inside each other here; take some of them out of the others", Reading.OnlyFinding(text));
    }

    [Fact]
    public void As_deep_as_the_limit_is_allowed()
    {
        Assert.Empty(Reading.Read(Repeat("[", 64) + Repeat("]", 64)).Findings);
        Assert.StartsWith("JSG9002 (1,65)-(1,66)", Reading.OnlyFinding(Repeat("[", 65) + Repeat("]", 65)), StringComparison.Ordinal);
    }

    [Fact]
    public void Brackets_in_texts_and_remarks_do_not_count()
    {
        var brackets = Repeat("[", 200);

        Assert.Empty(Reading.Read($"a: x {brackets}\nb: '{brackets}'\nc: \"{brackets}\"\nd: |\n  {brackets}\n# {brackets}\n").Findings);
    }

    [Fact]
    public void Too_long_a_text_is_not_read()
    {
        Assert.Equal(
            "JSG9001 (1,1)-(1,1): The spec has 4,194,305 characters, but only 4,194,304 are read; split it into several specs",
            Reading.OnlyFinding(new string('x', YamlBudget.MaxLength + 1)));
        Assert.Empty(Reading.Read(new string('x', YamlBudget.MaxLength)).Findings);
    }

    [Fact]
    public void Too_many_nodes_are_not_read()
    {
        Assert.Empty(Reading.Read(Repeat("- a\n", YamlBudget.MaxNodes - 1)).Findings);
        Assert.StartsWith("JSG9003 (200000,3)-(200000,4): The spec has more than 200,000", Reading.OnlyFinding(Repeat("- a\n", YamlBudget.MaxNodes)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("'")]
    [InlineData("\"")]
    [InlineData("|\n")]
    [InlineData(">\n\t")]
    [InlineData("\t")]
    [InlineData("\r")]
    [InlineData("&a ")]
    [InlineData("*a ")]
    [InlineData("!a ")]
    [InlineData("%")]
    [InlineData("...\n")]
    [InlineData("---\n")]
    [InlineData("a: ")]
    [InlineData("a: {b: c},")]
    [InlineData("&a !b 'c',")]
    [InlineData("[],")]
    [InlineData("a: |\n  b\n\n\n")]
    [InlineData(": ")]
    [InlineData(",")]
    [InlineData("\\")]
    [InlineData("\u2028")]
    [InlineData("#")]
    [InlineData("}")]
    public void The_same_over_and_over_is_answered(string text)
    {
        Reading.Read(Repeat(text, TestScale.Choose(full: 1_000_000, reduced: 200_000) / text.Length));
        Reading.Read("a: " + Repeat(text, 10_000));
        Reading.Read("a:\n  b: [" + Repeat(text, 10_000));
        Reading.Read("[" + Repeat(text, 100_000) + "]");
    }

    [Fact]
    public void A_shipped_spec_with_bytes_changed_is_answered()
    {
        var spec = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "2017-11-29.jobs.yaml"));
        Assert.Empty(Reading.Read(spec).Findings);
        var random = new Random(20171129);
        const string Likely = "[]{}:,-?!&*|>'\"%@`#\t\n \\ax0";
        for (var run = 0; run < TestScale.Choose(full: 300, reduced: 60); run++)
        {
            var text = spec.ToCharArray();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                text[random.Next(text.Length)] = random.Next(4) == 0 ? (char)random.Next(char.MaxValue + 1) : Likely[random.Next(Likely.Length)];
            }

            AssertConsistent(new string(text, 0, random.Next(4) == 0 ? random.Next(text.Length) : text.Length));
        }
    }

    [Fact]
    public void Random_texts_are_answered()
    {
        var random = new Random(5);
        const string Likely = "[]{}:,-?!&*|>'\"%@`#\t\n\n   \\abc1:- ";
        for (var run = 0; run < TestScale.Choose(full: 20_000, reduced: 4_000); run++)
        {
            AssertConsistent(new string([.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => Likely[random.Next(Likely.Length)])]));
        }
    }

    private static void AssertConsistent(string text)
    {
        var result = Reading.Read(text);
        Assert.True(result.Root is not null || result.Findings.Count > 0, text);
        var lines = new YamlText(text);
        foreach (var finding in result.Findings)
        {
            Assert.True(finding.Span.Start.CompareTo(finding.Span.End) <= 0, $"{Reading.Describe(finding)}\n{text}");
            Assert.True(finding.Span.End.Line < lines.LineCount && finding.Span.End.Column <= lines.Line(finding.Span.End.Line).Length, $"{Reading.Describe(finding)}\n{text}");
        }
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
