namespace JobsSpecGen.CompiledTests.Language;

/// <summary>The rules by which a reader, and these tests, put the steps of the tutorial together.</summary>
public sealed class YamlMergeTests
{
    private const string Spec = "a: {b: 1, c: [x, y]}\noperations:\n  Do:\n    steps:\n    - use: one\n    - return: {}\nenvironment: {}\n";

    [Theory]
    [InlineData("a: {d: '2'}", "{b: 1, c: [x, y], d: '2'}")]
    [InlineData("a: {b: {e: 2}}", "{b: {e: 2}, c: [x, y]}")]
    [InlineData("a: {c: [z]}", "{b: 1, c: [z]}")]
    [InlineData("a: {b: null}", "{b: null, c: [x, y]}")]
    public void Mappings_are_continued_and_other_values_replaced(string part, string a) =>
        Assert.Equal(Normal(Spec.Replace("{b: 1, c: [x, y]}", a, StringComparison.Ordinal)), Normal(YamlMerge.Add(Spec, part)));

    [Fact]
    public void Steps_go_behind_those_before() =>
        Assert.Equal(Normal(Spec.Replace("    - return", "    - use: two\n    - return", StringComparison.Ordinal)), Normal(YamlMerge.Insert(Spec, "Do", 1, "- use: two")));

    [Fact]
    public void Steps_that_return_replace_those_behind() =>
        Assert.Equal(Normal(Spec.Replace("    - use: one\n    - return: {}", "    - return: {n: 1}", StringComparison.Ordinal)), Normal(YamlMerge.Insert(Spec, "Do", 0, "- return: {n: 1}")));

    /// <summary>The text as it is printed after nothing was added.</summary>
    private static string Normal(string yaml) => YamlMerge.Add(yaml, "{}");
}
