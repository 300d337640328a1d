using JobsSpecGen.Yaml;

namespace JobsSpecGen.Tests.Yaml;

/// <summary>Where values stand. The expected places count from one, as an editor shows them.</summary>
public sealed class PositionTests
{
    [Theory]
    [InlineData("a: bc d  # remark", YamlScalarStyle.Plain, "bc d", "(1,4)-(1,8)", "(1,4)")]
    [InlineData("a: 'it''s'", YamlScalarStyle.SingleQuoted, "it's", "(1,4)-(1,11)", "(1,5)")]
    [InlineData("a: \"x\\ty\"", YamlScalarStyle.DoubleQuoted, "x\ty", "(1,4)-(1,10)", "(1,5)")]
    [InlineData("a: |\n  x\n  y\n\nb: 1", YamlScalarStyle.Literal, "x\ny\n", "(1,4)-(3,4)", "(2,3)")]
    [InlineData("a: |-\n\n  x", YamlScalarStyle.Literal, "\nx", "(1,4)-(3,4)", "(3,3)")]
    [InlineData("a: >-\n    x\n    y\nb: 1", YamlScalarStyle.Folded, "x y", "(1,4)-(3,6)", "(2,5)")]
    [InlineData("a: |\nb: 1", YamlScalarStyle.Literal, "", "(1,4)-(1,5)", "(1,4)")]
    [InlineData("a: x\n  y\nb: 1", YamlScalarStyle.Plain, "x y", "(1,4)-(2,4)", "(1,4)")]
    [InlineData("a:\nb: 1", YamlScalarStyle.Plain, "", "(1,3)-(1,3)", "(1,3)")]
    [InlineData("a: ''", YamlScalarStyle.SingleQuoted, "", "(1,4)-(1,6)", "(1,5)")]
    [InlineData("b: \"\U0001F600\"\na: x", YamlScalarStyle.Plain, "x", "(2,4)-(2,5)", "(2,4)")]
    [InlineData("{b: \U0001F600, a: x}", YamlScalarStyle.Plain, "x", "(1,12)-(1,13)", "(1,12)")]
    [InlineData("b: 1\r\na: 'x'\r\n", YamlScalarStyle.SingleQuoted, "x", "(2,4)-(2,7)", "(2,5)")]
    [InlineData("\uFEFFa: x", YamlScalarStyle.Plain, "x", "(1,4)-(1,5)", "(1,4)")]
    public void Of_a_scalar(string text, object style, string value, string span, string content)
    {
        var scalar = Reading.ValueOfA(text);

        Assert.Equal(value, scalar.Value);
        Assert.Equal(style, scalar.Style);
        Assert.Equal(span, Reading.Describe(scalar.Span));
        Assert.Equal(content, $"({scalar.ContentStart.Line + 1},{scalar.ContentStart.Column + 1})");
    }

    [Theory]
    [InlineData("a: 1\nb:\n  c: 2\n\n# end\n", "(1,1)-(3,7)")]
    [InlineData("{a: 1, b: 2}  ", "(1,1)-(1,13)")]
    [InlineData("- a\n- b\n\n", "(1,1)-(2,4)")]
    [InlineData("[a, [b]]\n", "(1,1)-(1,9)")]
    [InlineData("[]", "(1,1)-(1,3)")]
    [InlineData("{}", "(1,1)-(1,3)")]
    public void Of_a_collection(string text, string span) => Assert.Equal(span, Reading.Describe(Reading.Root(text).Span));

    [Fact]
    public void Of_a_list_under_its_key()
    {
        var root = Assert.IsType<YamlMapping>(Reading.Root("a:\n- x\n- y\nb: 1\n"));

        Assert.Equal("(2,1)-(3,4)", Reading.Describe(root.TryGet("a")!.Span));
    }

    [Theory]
    [InlineData("a:", true)]
    [InlineData("a: ~", true)]
    [InlineData("a: null", true)]
    [InlineData("a: Null", true)]
    [InlineData("a: NULL", true)]
    [InlineData("a: ''", false)]
    [InlineData("a: \"null\"", false)]
    [InlineData("a: nUll", false)]
    [InlineData("a: |\nb: 1", false)]
    public void Null_is_plain(string text, bool expected) => Assert.Equal(expected, Reading.ValueOfA(text).IsNull);

    [Fact]
    public void A_key_that_is_missing_has_no_value() =>
        Assert.Null(Assert.IsType<YamlMapping>(Reading.Root("a: 1")).TryGet("b"));
}
