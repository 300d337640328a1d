using JobsSpecGen.Yaml;

namespace JobsSpecGen.Tests.Yaml;

/// <summary>Reads texts for the tests of the reader.</summary>
internal static class Reading
{
    public static YamlReadResult Read(string text) => YamlReader.Read(text, TestContext.Current.CancellationToken);

    /// <summary>The root of a text that has nothing wrong.</summary>
    public static YamlNode Root(string text)
    {
        var result = Read(text);
        Assert.Empty(result.Findings);
        return Assert.IsType<YamlNode>(result.Root, exactMatch: false);
    }

    /// <summary>The value of the key <c>a</c>.</summary>
    public static YamlScalar ValueOfA(string text) =>
        Assert.IsType<YamlScalar>(Assert.IsType<YamlMapping>(Root(text)).TryGet("a"));

    /// <summary>The only finding, written as a compiler would: <c>JSG0002 (3,1)-(3,4): message</c>, counted from one.</summary>
    public static string OnlyFinding(string text) => Describe(Assert.Single(Read(text).Findings));

    public static string Describe(YamlFinding finding)
    {
        var kind = Assert.Single(YamlFindingKinds.All, kind => kind.Id == finding.Id);
        var message = string.Format(kind.MessageFormat, [.. finding.Arguments]);
        return $"{finding.Id} {Describe(finding.Span)}: {message}";
    }

    public static string Describe(YamlSpan span) =>
        $"({span.Start.Line + 1},{span.Start.Column + 1})-({span.End.Line + 1},{span.End.Column + 1})";
}
