using Microsoft.CodeAnalysis.CSharp;

namespace JobsSpecGen.Tests.Support;

/// <summary>The walk over what a value keeps alive finds what it is to find, so that a test that passes says something.</summary>
public sealed class ObjectGraphTests
{
    [Fact]
    public void Finds_what_a_record_keeps() => AssertFound(new { Text = "x", Inner = new object[] { 1, CSharpSyntaxTree.Create(SyntaxFactory.CompilationUnit()) } });

    [Fact]
    public void Finds_what_a_lazy_query_keeps()
    {
        var tree = CSharpSyntaxTree.Create(SyntaxFactory.CompilationUnit());
        AssertFound(Enumerable.Range(0, 1).Select(_ => tree.Length));
    }

    [Fact]
    public void Finds_a_symbol() => AssertFound(new List<object> { CSharpCompilation.Create("x").Assembly });

    [Fact]
    public void Is_content_with_values() => ObjectGraph.AssertFreeOfCompilation(new { Text = "x", Numbers = new[] { 1, 2 } }, "value");

    private static void AssertFound(object value) =>
        Assert.Contains("alive", Assert.ThrowsAny<Exception>(() => ObjectGraph.AssertFreeOfCompilation(value, "value")).Message, StringComparison.Ordinal);
}
