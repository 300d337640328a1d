using System.Globalization;
using System.Text.RegularExpressions;
using JobsSpecGen.Tests.Support;
using Microsoft.CodeAnalysis;

namespace JobsSpecGen.Tests.Specs;

/// <summary>
/// Text of a spec that would like to be code. It must end up inside literals and comments: the emitted code compiles without
/// warnings, and has the same syntax tree as with harmless text.
/// </summary>
public sealed class HostileTextTests
{
    private static readonly Lazy<List<string>> s_harmless = new(() => Kinds(Run("Harmless text")));

    private static readonly string[] s_texts =
    [
        "*/ class Injected { } /*",
        "</summary><inheritdoc/> & &amp; ]]> <!-- -- --> <![CDATA[ <see cref=\"T:X\"/>",
        "\"; throw null; // ' \"\"\" \"\"\"\"",
        "{0} {{0}} {x} }{ $\"{y}\" $@\"z\" {{{",
        "\\u0022 \\n \\\\ \\x41 \\",
        "one\ntwo\r\nthree\rfour\u0085five\u2028six\u2029seven\vnine\ften",
        "x\n#if false\n#error no\n#endregion\n#pragma warning restore",
        "x\n/// <summary>\n// x\n/* x",
        "x\0\u0001\u001b\u007f\u009f\ufeff\u200b\u202e\ufffe",
        "smile \U0001F600 and \U0010FFFF, e\u0301, \u0130\u0131",
        "[assembly: System.Reflection.AssemblyTitle(\"x\")]",
        "JSG3001: error CS0000: not me",
    ];

    public static TheoryData<string> Texts => [.. TestScale.EveryNth(3, s_texts)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Stays_text(string text)
    {
        var run = Run(text);

        Assert.Empty(run.Diagnostics);
        run.AssertCompiles();
        Assert.Equal(s_harmless.Value, Kinds(run));
        Assert.Contains(run.Output.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantTokens()), token => token.Value is string value && value.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public void Stays_text_however_long()
    {
        var text = string.Concat(Enumerable.Repeat("\"*/{0}</summary>\n", 5_000));
        var run = GeneratorRun.Of([new SpecInput(SpecText.Lamps.With("Each switch counts.", Quote(text)).With("What somebody noticed.", Quote(text)).Text)], Consumer.TestProject);
        Assert.Empty(run.Diagnostics);
        run.AssertCompiles();
    }

    /// <summary>A message of a diagnostic is one line, whatever it quotes.</summary>
    [Fact]
    public void A_message_is_one_short_line()
    {
        var hostile = string.Concat(Enumerable.Repeat("one\ntwo\u2028{0}", 100));
        var run = GeneratorRun.Of(SpecText.Lamps.With("initial: DARK", "initial: " + Quote(hostile)));
        var message = Assert.Single(run.Diagnostics).GetMessage(CultureInfo.InvariantCulture);
        Assert.StartsWith("'one two {0}one two", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        Assert.InRange(message.Length, 100, 500);
    }

    private static GeneratorRun Run(string text)
    {
        var path = $"/specs/{Regex.Replace(text, "[/\0]", "-", RegexOptions.None)[..Math.Min(40, text.Length)]}.jobs.yaml";
        return GeneratorRun.Of([new SpecInput(Spec(text).Text, path)], Consumer.TestProject);
    }

    /// <summary>The lamps, with a text wherever a spec can have one.</summary>
    private static SpecText Spec(string text)
    {
        var quoted = Quote(text);
        var everySentence = Regex.Replace(SpecText.Lamps.Text, @"(?<=\b(?:says|source|title): )(?:[^,}\n""]+?)(?=(?:, source: | \}|\n|, (?:examples|members|source|type)))", _ => quoted);
        everySentence = Regex.Replace(everySentence, @"(DARK|BRIGHT|BROKEN): It [^,}]*", match => $"{match.Groups[1].Value}: {quoted}");
        return SpecText.Of(everySentence)
            .With("revision: \"1\"", "revision: " + quoted)
            .With("scenario: A lamp is switched on", "scenario: " + quoted)
            .With("  Flag: {", $"  Free: {{ type: string, examples: [{quoted}], pattern: {Quote(Regex.Escape(text) + "|[^x]*")}, says: {quoted} }}\n  Wide: {{ type: string, base: Free, also: [{quoted}], says: {quoted} }}\n  Frees: {{ type: map, key: Free, value: Wide, examples: [{{ {quoted}: {quoted} }}], says: {quoted} }}\n  Flag: {{")
            .With("      times: { shape: Count, default: 1 }", $"      times: {{ shape: Count, default: 1 }}\n      free: {{ shape: Free, default: {quoted}, says: {quoted} }}\n      frees: Frees")
            .With("      limit: { shape: Count, initial: 3 }", $"      limit: {{ shape: Count, initial: 3 }}\n        free: {{ shape: Free, initial: {quoted} }}".Replace("\n        ", "\n      "))
            .With("  LampNotFoundException: { status: 404,", $"  LampNotFoundException: {{ status: 404, wireName: {Quote(Visible(text))},")
            .With("- require: lamp.switched < 1000", "- require: " + Quote($"input.free != '{text.Replace("'", "''", StringComparison.Ordinal)}' || lamp.switched < 1000"))
            .With("when: { SwitchOn: { roomName: hall, lampId: a } }", $"when: {{ SwitchOn: {{ roomName: hall, lampId: a, free: {quoted}, frees: {{ {quoted}: {quoted} }} }} }}")
            .With("by: world", "by: " + quoted)
            .With("whole: [DARK, BRIGHT]", $"whole: [DARK, BRIGHT]\n      {quoted}: [BRIGHT]")
            .Plus($"omissions:\n  - {{ what: {quoted}, why: {quoted}, facts: [{quoted}] }}\n");
    }

    /// <summary>What of a text can be in a header.</summary>
    private static string Visible(string text) => "x" + string.Concat(text.Where(c => c is > ' ' and <= '~'));

    /// <summary>A text as YAML in double quotes, every character but the plainest as an escape.</summary>
    private static string Quote(string text)
    {
        var characters = text.EnumerateRunes().Select(rune => rune.Value is ' ' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')
            ? rune.ToString()
            : "\\U" + rune.Value.ToString("X8", CultureInfo.InvariantCulture));
        return '"' + string.Concat(characters) + '"';
    }

    private static List<string> Kinds(GeneratorRun run) =>
    [
        .. run.Result.GeneratedSources
            .OrderBy(source => source.HintName, StringComparer.Ordinal)
            .SelectMany(source => source.SyntaxTree.GetRoot().DescendantNodesAndTokens(descendIntoTrivia: true)
                .Where(node => node.IsNode || !IsInComment(node))
                .Select(node => $"{source.HintName}: {node.RawKind}")),
    ];

    // The text of a comment may be one token or ten; which nodes there are is what counts.
    private static bool IsInComment(SyntaxNodeOrToken token) => token.Parent?.IsPartOfStructuredTrivia() == true;
}
