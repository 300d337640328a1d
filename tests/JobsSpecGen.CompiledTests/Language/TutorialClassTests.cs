using JobsSpecGen.CompiledTests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JobsSpecGen.CompiledTests.Language;

/// <summary>The test class that the tutorial gives compiles in a project that references xunit.</summary>
public sealed class TutorialClassTests
{
    [Fact]
    public void Class_compiles_with_the_first_and_the_last_spec()
    {
        AssertCompiles(1);
        AssertCompiles(LanguageFile.Document.Steps.Count);
    }

    private static void AssertCompiles(int step)
    {
        var code = CSharpSyntaxTree.ParseText(LanguageFile.Document.One("csharp").Text, InProcess.Language, cancellationToken: TestContext.Current.CancellationToken);
        var project = CSharpCompilation.Create("reader", [code], [.. References.OfSpecs, .. Xunit()], new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        InProcess.Generate(project, LanguageFile.SpecAfter(step), out var generated);

        Assert.Empty(generated.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity >= DiagnosticSeverity.Warning));
    }

    private static IEnumerable<MetadataReference> Xunit() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "xunit.v3.*.dll").Select(path => MetadataReference.CreateFromFile(path));
}
