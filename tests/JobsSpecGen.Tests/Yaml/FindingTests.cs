using JobsSpecGen.Yaml;

namespace JobsSpecGen.Tests.Yaml;

/// <summary>One mistake, one finding, at the place where a person would look.</summary>
public sealed class FindingTests
{
    [Theory]
    [InlineData("a: 'x\nb: 1\n", "JSG0001 (1,4)-(1,6): The YAML cannot be read here: the quote that opens here is never closed")]
    [InlineData("a: b: c", "JSG0001 (1,5)-(1,5): The YAML cannot be read here: a ':' makes a mapping where none can be; put quotes around a text that contains ': ', or give the line above its ':'")]
    [InlineData("a: @x", "JSG0001 (1,4)-(1,5): The YAML cannot be read here: a text that starts with this character needs quotes around it")]
    [InlineData("a:\n  b: 1\n c: 1", "JSG0001 (3,2)-(3,2): The YAML cannot be read here: this line is not indented as the lines that it belongs to")]
    [InlineData("- a\nb: c", "JSG0001 (2,1)-(2,1): The YAML cannot be read here: this line is not indented as the list above, or its '-' is missing")]
    [InlineData("a: [1", "JSG0001 (1,6)-(1,6): The YAML cannot be read here: a comma is missing here, or a bracket or brace is not closed")]
    [InlineData("a: ]", "JSG0001 (1,4)-(1,4): The YAML cannot be read here: a value is missing here, or a bracket or brace closes that was never opened")]
    [InlineData("a: \"\\q\"", "JSG0001 (1,4)-(1,5): The YAML cannot be read here: a backslash in double quotes starts an escape that YAML does not know; use single quotes")]
    [InlineData("a: [x\nb: 1", "JSG0001 (2,1)-(2,1): The YAML cannot be read here: the structure breaks off; look for a bracket, a brace or a quote above that is not closed")]
    [InlineData("a: x\u0000y", "JSG0001 (1,5)-(1,6): The YAML cannot be read here: the character U+0000 cannot stand in YAML; remove it, or write it as an escape in double quotes")]
    [InlineData("a: 1\nb:\n  \u0001", "JSG0001 (3,3)-(3,4): The YAML cannot be read here: the character U+0001 cannot stand in YAML; remove it, or write it as an escape in double quotes")]
    [InlineData("a: 1\nbc: 2\nbc: 3\n", "JSG0002 (3,1)-(3,3): The key 'bc' is already given in line 2; remove or rename one of the two")]
    [InlineData("a: {b: 1, 'b': 2}", "JSG0002 (1,11)-(1,14): The key 'b' is already given in line 1; remove or rename one of the two")]
    [InlineData("a:\n\tb: 1\n", "JSG0003 (2,1)-(2,2): A tab indents this line; indent with spaces instead")]
    [InlineData("a:\n  b: 1\n \tc: 1\n\td: 1\n", "JSG0003 (3,2)-(3,3): A tab indents this line; indent with spaces instead")]
    [InlineData("a: b\n\tc: d", "JSG0003 (2,1)-(2,2): A tab indents this line; indent with spaces instead")]
    [InlineData("a:\n\t- x", "JSG0003 (2,1)-(2,2): A tab indents this line; indent with spaces instead")]
    [InlineData("a: |\n\tx", "JSG0003 (2,1)-(2,2): A tab indents this line; indent with spaces instead")]
    [InlineData("a: |\n  x\n\ty\nb: 1", "JSG0003 (3,1)-(3,2): A tab indents this line; indent with spaces instead")]
    [InlineData("a: 1\n\t\nb: 2\n", "JSG0003 (2,1)-(2,2): A tab indents this line; indent with spaces instead")]
    [InlineData("a: 1\n \t# a remark\nb: 2\n", "JSG0003 (2,2)-(2,3): A tab indents this line; indent with spaces instead")]
    [InlineData("a: [\n\t1 ]", "JSG0003 (2,1)-(2,2): A tab indents this line; indent with spaces instead")]
    [InlineData("a: &here 1", "JSG0004 (1,4)-(1,9): '&here' is an anchor, which a spec cannot have; write the value out wherever it is needed")]
    [InlineData("a: [*here]", "JSG0004 (1,5)-(1,10): '*here' is an alias, which a spec cannot have; write the value out wherever it is needed")]
    [InlineData("*here : 1", "JSG0004 (1,1)-(1,6): '*here' is an alias, which a spec cannot have; write the value out wherever it is needed")]
    [InlineData("a:\n  <<: {b: 1}", "JSG0004 (2,3)-(2,5): '<<' is a merge key, which a spec cannot have; write the value out wherever it is needed")]
    [InlineData("a: !!str 1", "JSG0005 (1,4)-(1,9): The tag '!!str' is not supported; remove it, as the place of a value decides on its type")]
    [InlineData("a: !own {b: 1}", "JSG0005 (1,4)-(1,8): The tag '!own' is not supported; remove it, as the place of a value decides on its type")]
    [InlineData("a: 1\n---\nb: 2", "JSG0006 (2,1)-(2,4): A second YAML document starts here, but a spec is one document; remove this line, or move what follows into a file of its own")]
    [InlineData("[a]: 1", "JSG0007 (1,1)-(1,4): A key must be a text, but this one is a list; give it a name, or put quotes around a text with brackets or braces")]
    [InlineData("a:\n  {b: 1}: 1", "JSG0007 (2,3)-(2,9): A key must be a text, but this one is a mapping; give it a name, or put quotes around a text with brackets or braces")]
    [InlineData(": 1", "JSG0007 (1,1)-(1,1): A key must be a text, but this one is empty; give it a name, or put quotes around a text with brackets or braces")]
    [InlineData("", "JSG0008 (1,1)-(1,1): The spec is empty; start it with 'language: 1' and 'service:'")]
    [InlineData("# nothing yet\n\n", "JSG0008 (1,1)-(1,1): The spec is empty; start it with 'language: 1' and 'service:'")]
    [InlineData("---\n", "JSG0008 (1,1)-(1,1): The spec is empty; start it with 'language: 1' and 'service:'")]
    [InlineData("~", "JSG0008 (1,1)-(1,1): The spec is empty; start it with 'language: 1' and 'service:'")]
    public void Is_reported_once(string text, string expected) => Assert.Equal(expected, Reading.OnlyFinding(text));

    [Fact]
    public void Half_a_surrogate_pair_is_reported() =>
        Assert.StartsWith("JSG0001 (1,4)-(1,5): The YAML cannot be read here: the character U+D800", Reading.OnlyFinding("a: \uD800"), StringComparison.Ordinal);

    [Fact]
    public void After_a_duplicate_key_the_first_stays_and_the_rest_is_read()
    {
        var result = Reading.Read("a: 1\na: 2\nb: 3\n");

        var root = Assert.IsType<YamlMapping>(result.Root);
        Assert.Equal(["a=1", "b=3"], root.Entries.Select(entry => $"{entry.Key.Value}={((YamlScalar)entry.Value).Value}"));
    }

    [Fact]
    public void Every_duplicate_is_reported()
    {
        var result = Reading.Read("a: 1\na: 2\nb: {c: 1, c: 2}\na: 3\n");

        Assert.Equal(["(2,1)-(2,2)", "(3,11)-(3,12)", "(4,1)-(4,2)"], result.Findings.Select(finding => Reading.Describe(finding.Span)));
    }

    [Theory]
    [InlineData("a: 'x")]
    [InlineData("a: *b")]
    [InlineData("a: !b c")]
    [InlineData("a: 1\n---\nb: 2")]
    [InlineData("[a]: 1")]
    [InlineData("")]
    public void There_is_no_root_where_it_is_unclear_what_the_text_says(string text) => Assert.Null(Reading.Read(text).Root);

    [Fact]
    public void A_text_with_a_tab_is_read_as_it_was_probably_meant()
    {
        var result = Reading.Read("a:\n\tb: 1\n");

        Assert.True(result.IsRecovered);
        Assert.Single(result.Findings);
        var inner = Assert.IsType<YamlMapping>(Assert.IsType<YamlMapping>(result.Root).TryGet("a"));
        Assert.Equal("1", Assert.IsType<YamlScalar>(inner.TryGet("b")).Value);
    }

    [Theory]
    [InlineData("a: |\n  x\n  \ty\n")]
    [InlineData("a: \"x\n  \ty\"\n")]
    [InlineData("a: 'x\n  \ty'\n")]
    [InlineData("a:\t1\t# a remark\n")]
    public void A_tab_that_indents_nothing_is_allowed(string text) => Assert.Empty(Reading.Read(text).Findings);

    [Fact]
    public void A_syntax_error_before_a_tab_is_the_one_reported() =>
        Assert.StartsWith("JSG0001 (1,5)", Reading.OnlyFinding("a: b: c\nd:\n\te: 1\n"), StringComparison.Ordinal);

    [Fact]
    public void A_tab_below_a_quote_that_never_closes_is_not_reported() =>
        Assert.StartsWith("JSG0001 (1,4)", Reading.OnlyFinding("a: 'b\nc:\n\td: 1\n"), StringComparison.Ordinal);

    [Fact]
    public void Ids_are_unique_and_all_kinds_have_words()
    {
        Assert.Equal(YamlFindingKinds.All.Count, YamlFindingKinds.All.Select(kind => kind.Id).Distinct().Count());
        Assert.All(YamlFindingKinds.All, kind => Assert.NotEmpty(kind.MessageFormat));
        Assert.All(YamlFindingKinds.All, kind => Assert.False(kind.MessageFormat.EndsWith('.')));
    }
}
