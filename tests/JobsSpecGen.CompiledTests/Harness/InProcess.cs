using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.CompiledTests.Harness;

/// <summary>The generator as the compiler runs it, without a build around it.</summary>
internal static class InProcess
{
    public static CSharpParseOptions Language { get; } = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

    public static GeneratorDriverRunResult Generate(Compilation compilation, SpecText spec, out Compilation generated, string? emit = null)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new JobsSpecGenerator().AsSourceGenerator()],
            [new SpecFile(spec)],
            Language,
            new Marks(emit));
        var result = driver.RunGeneratorsAndUpdateCompilation(compilation, out generated, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.True(diagnostics.IsEmpty, "The spec gives findings:\n" + string.Join("\n", diagnostics));
        return result.GetRunResult();
    }

    private sealed class SpecFile(SpecText spec) : AdditionalText
    {
        public override string Path => "/specs/" + spec.File;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(spec.Text);
    }

    /// <summary>Marks every additional file as a spec, as the package's props do.</summary>
    private sealed class Marks(string? emit) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options([]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            new Options(emit is null
                ? new() { ["build_metadata.AdditionalFiles.JobsSpec"] = "true" }
                : new() { ["build_metadata.AdditionalFiles.JobsSpec"] = "true", ["build_metadata.AdditionalFiles.Emit"] = emit });
    }

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }
}
