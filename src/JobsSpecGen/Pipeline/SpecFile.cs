using System.Threading;
using JobsSpecGen.Binding;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Pipeline;

/// <summary>A spec among the additional files.</summary>
internal sealed record SpecFile(string Path, string Text, Artefact Emit);

/// <summary>A spec after reading and binding; the model is null if there are too many errors.</summary>
internal sealed record ReadSpec(string Path, Artefact Emit, SpecModel? Model, SpecLines? Lines, EquatableArray<Finding> Findings)
{
    /// <summary>The span of the namespace.</summary>
    public YamlSpan NamespacePlace { get; init; }
}

/// <summary>A model with the artefacts to emit.</summary>
internal sealed record EmittableSpec(SpecModel Model, Artefact Emit);

/// <summary>Reads and binds a spec.</summary>
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
        return new ReadSpec(file.Path, file.Emit, bound.Model, bound.Lines, yaml.IsRecovered ? fromReader : bound.Findings) { NamespacePlace = bound.NamespacePlace };
    }
}
