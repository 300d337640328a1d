using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JobsSpecGen.Tool.Generation;

/// <summary>
/// A run of the generator on one spec in an otherwise empty project. It is driven as the compiler drives it, so that its
/// diagnostics and its output are those of a build.
/// </summary>
/// <param name="Findings">The diagnostics, in the order of the file.</param>
/// <param name="Sources">The emitted files.</param>
internal sealed record GeneratorRun(IReadOnlyList<Diagnostic> Findings, ImmutableArray<GeneratedSourceResult> Sources)
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Latest);

    public bool HasErrors => Findings.Any(finding => finding.Severity == DiagnosticSeverity.Error);

    /// <summary>Runs the generator.</summary>
    /// <param name="spec">The spec.</param>
    /// <param name="artefacts">The artefacts to emit; if empty, all that the references of the project allow.</param>
    /// <param name="project">The project. Its references decide whether a server and a suite are emitted.</param>
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

    /// <summary>Creates a project with only these references and types.</summary>
    public static CSharpCompilation Project(IEnumerable<MetadataReference>? references = null, string types = "") =>
        CSharpCompilation.Create("Specs", [CSharpSyntaxTree.ParseText(types, s_parse)], references);
}
