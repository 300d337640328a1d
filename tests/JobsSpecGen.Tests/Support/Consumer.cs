using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JobsSpecGen.Tests.Support;

/// <summary>The project of a strict consumer: nullable, documented, every warning.</summary>
internal static class Consumer
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    public static CSharpCompilation With(string? source, params IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
        "Consumer",
        source is null ? [] : [CSharpSyntaxTree.ParseText(source, ParseOptions, "Consumer.cs")],
        [.. Net100.References.All, .. references],
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999));

    /// <summary>A reference to what a compilation becomes; which must have no errors.</summary>
    public static MetadataReference ToReference(this Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(20)));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
