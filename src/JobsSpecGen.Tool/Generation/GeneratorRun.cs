using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JobsSpecGen.Tool.Generation;

/// <summary>
/// The generator itself, driven as the compiler drives it, over one spec in an otherwise empty project. So nothing that it
/// reports or emits here can differ from a build.
/// </summary>
/// <param name="Findings">What it reports, in the order of the file.</param>
/// <param name="Sources">What it emits.</param>
internal sealed record GeneratorRun(IReadOnlyList<Diagnostic> Findings, ImmutableArray<GeneratedSourceResult> Sources)
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Latest);

    public bool HasErrors => Findings.Any(finding => finding.Severity == DiagnosticSeverity.Error);

    /// <summary>Runs the generator.</summary>
    /// <param name="spec">The spec.</param>
    /// <param name="artefacts">What is wanted of it; all that the project has the references for where this is empty.</param>
    /// <param name="project">The project; it decides whether there is a server and a suite.</param>
    public static GeneratorRun Of(SpecFile spec, IReadOnlyList<string> artefacts, CSharpCompilation? project = null)
    {
        var result = CSharpGeneratorDriver
            .Create([new JobsSpecGenerator().AsSourceGenerator()], [spec], s_parse, new SpecMetadata(artefacts))
            .RunGenerators(project ?? Project())
            .GetRunResult().Results.Single();
        if (result.Exception is { } broken)
        {
            throw new InvalidOperationException($"The generator broke on '{spec.Path}'.", broken);
        }

        return new([.. result.Diagnostics.OrderBy(finding => finding.Location.GetLineSpan().StartLinePosition)], result.GeneratedSources);
    }

    /// <summary>A project with nothing but these references and types.</summary>
    public static CSharpCompilation Project(IEnumerable<MetadataReference>? references = null, string types = "") =>
        CSharpCompilation.Create("Specs", [CSharpSyntaxTree.ParseText(types, s_parse)], references);
}
