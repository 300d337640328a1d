using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Tests.Support;

/// <summary>A spec as a project has it: a file with what the build says about it.</summary>
internal sealed record SpecInput(string Text, string Path = "/specs/lamps.jobs.yaml", string? Emit = null, string? JobsSpec = "true")
{
    public AdditionalText ToAdditionalText() => new File(Path, SourceText.From(Text));

    private sealed class File(string path, SourceText text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }
}

/// <summary>What the build says about the specs.</summary>
internal sealed class SpecOptions(IEnumerable<SpecInput> specs) : AnalyzerConfigOptionsProvider
{
    private readonly Dictionary<string, Options> _byPath = specs.ToDictionary(spec => spec.Path, spec => new Options(spec));

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(null);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _byPath.GetValueOrDefault(textFile.Path, (Options)GlobalOptions);

    private sealed class Options(SpecInput? spec) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key switch
            {
                "build_metadata.AdditionalFiles.JobsSpec" => spec?.JobsSpec,
                "build_metadata.AdditionalFiles.Emit" => spec?.Emit,
                _ => null,
            };
            return value is not null;
        }
    }
}
