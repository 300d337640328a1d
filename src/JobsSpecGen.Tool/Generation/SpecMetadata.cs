using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JobsSpecGen.Tool.Generation;

/// <summary>The metadata that a build passes to the generator for a spec: that the file is a spec, and which artefacts to emit.</summary>
internal sealed class SpecMetadata(IReadOnlyList<string> artefacts) : AnalyzerConfigOptionsProvider
{
    private readonly Values _values = new(artefacts);

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(null);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _values;

    private sealed class Values(IReadOnlyList<string>? artefacts) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = artefacts is null ? null : key switch
            {
                "build_metadata.AdditionalFiles.JobsSpec" => "true",
                "build_metadata.AdditionalFiles.Emit" => string.Join(';', artefacts),
                _ => null,
            };
            return value is not null;
        }
    }
}
