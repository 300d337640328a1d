using System.Threading;
using JobsSpecGen.Binding;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Pipeline;

/// <summary>A spec among the additional files.</summary>
internal sealed record SpecFile(string Path, string Text, Artefact Emit);

/// <summary>A spec that was read and bound; the model is null where too much is wrong.</summary>
internal sealed record ReadSpec(string Path, Artefact Emit, SpecModel? Model, SpecLines? Lines, EquatableArray<Finding> Findings)
{
    /// <summary>Where the namespace stands.</summary>
    public YamlSpan NamespacePlace { get; init; }
}

/// <summary>A model, and what to emit from it.</summary>
internal sealed record EmittableSpec(SpecModel Model, Artefact Emit);

/// <summary>Reads and binds.</summary>
internal static class SpecReading
{
    public static ReadSpec Bind(SpecFile file, CancellationToken cancellationToken)
    {
        var yaml = YamlReader.Read(file.Text, cancellationToken);
        var findings = YamlRules.ToFindings(yaml.Findings);
        if (yaml.Root is null)
        {
            return new ReadSpec(file.Path, file.Emit, null, null, findings.ToArray());
        }

        var fromReader = findings.ToArray();
        var bound = SpecBinder.Bind(yaml.Root, System.IO.Path.GetFileName(file.Path), findings);
        return new ReadSpec(file.Path, file.Emit, bound.Model, bound.Lines, yaml.IsGuess ? fromReader : bound.Findings) { NamespacePlace = bound.NamespacePlace };
    }
}
