using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JobsSpecGen.Tests.Support;

/// <summary>The project of a strict consumer: nullable, documented, every warning.</summary>
internal static class Consumer
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static readonly CSharpCompilation s_empty = CSharpCompilation.Create(
        "Consumer",
        references: Net100.References.All,
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999,
            // As the SDK has it: that a reference was built against older references is fine.
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));

    private static readonly Lazy<CSharpCompilation> s_testProject = new(() => s_empty.AddReferences([.. ConformanceEngine.WithRunner, .. AspNetCore.References]));

    /// <summary>An empty project with the conformance engine, xunit and ASP.NET Core: everything is emitted there.</summary>
    public static CSharpCompilation TestProject => s_testProject.Value;

    public static CSharpCompilation With(string? source, params IEnumerable<MetadataReference> references)
    {
        // From the same start, so that the references are looked at once for all tests.
        var project = references.Any() ? s_empty.AddReferences(references) : s_empty;
        return source is null ? project : project.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, ParseOptions, "Consumer.cs"));
    }

    /// <summary>A reference to what a compilation becomes; which must have no errors.</summary>
    public static MetadataReference ToReference(this Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(20)));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
