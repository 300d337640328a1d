namespace JobsSpecGen.CompiledTests.Language;

/// <summary>Every fenced block of the document is tested, and a block that is not would be found.</summary>
public sealed class LanguageDocumentTests
{
    private const string Small = "```yaml step=1\na: 1\n```\n```text suite=1\n```\n## Part 2: Reference\n";

    [Fact]
    public void No_block_is_unused() => Assert.Empty(LanguageFile.Document.Unused);

    [Fact]
    public void Document_has_both_parts() => Assert.True(LanguageFile.Document.Steps.Count >= 10 && LanguageFile.Document.Examples.Count >= 20);

    [Fact]
    public void Small_document_has_no_unused_block() => Assert.Empty(LanguageDocument.Parse(Small).Unused);

    [Theory]
    [InlineData("```yaml\nb: 2\n```\n")]
    [InlineData("```yaml step=2\nb: 2\n```\n")]
    [InlineData("```text suite=2\n```\n")]
    [InlineData("```\nb\n```\n")]
    public void Block_before_the_first_step_is_unused(string block) =>
        Assert.Single(LanguageDocument.Parse(block + Small).Unused, unused => unused.Line == 1);

    [Theory]
    [InlineData("```yaml\nb: 2\n```\n")]
    [InlineData("```yaml step=2\nb: 2\n```\n")]
    public void Block_of_the_reference_is_unused(string block) => Assert.Single(LanguageDocument.Parse(Small + block).Unused);

    [Theory]
    [InlineData("```yaml step=2\nb: 2\n")]
    [InlineData("~~~yaml\nb: 2\n~~~\n")]
    [InlineData("  ```yaml\n  b: 2\n  ```\n")]
    [InlineData("````yaml\nb: 2\n````\n")]
    public void Fence_of_another_form_fails(string block) => Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => LanguageDocument.Parse(Small + block));

    [Fact]
    public void Step_without_its_verdicts_fails() => Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => LanguageDocument.Parse(Small.Replace("suite=1", "suite=2", StringComparison.Ordinal)).Unused.ToList());
}
