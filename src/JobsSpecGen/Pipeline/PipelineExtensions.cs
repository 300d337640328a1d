using System;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Emission.Http.Signatures;
using JobsSpecGen.Emission.Suite;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Pipeline;

/// <summary>The stages of the generator in terms of Roslyn.</summary>
internal static class PipelineExtensions
{
    private const string Metadata = "build_metadata.AdditionalFiles.";

    /// <summary>The additional files that the project marks as specs.</summary>
    public static IncrementalValuesProvider<SpecFile> FindSpecs(this IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => pair.Right.GetOptions(pair.Left).TryGetValue(Metadata + "JobsSpec", out var mark) && mark == "true")
            .Select(static (pair, cancellationToken) =>
            {
                pair.Right.GetOptions(pair.Left).TryGetValue(Metadata + "Emit", out var emit);
                return new SpecFile(pair.Left.Path, pair.Left.GetText(cancellationToken)?.ToString() ?? string.Empty, Artefacts.Parse(emit));
            });

    /// <summary>Rejects the specs whose namespace another spec already fills.</summary>
    public static IncrementalValuesProvider<ReadSpec> RefuseClashes(this IncrementalValuesProvider<ReadSpec> specs)
    {
        var claims = specs.Where(static spec => spec.Model is not null)
            .Select(static (spec, _) => new NamespaceClaim(spec.Path, spec.Model!.Namespace))
            .Collect();
        return specs.Combine(claims).Select(static (pair, _) => NamespaceClaim.RejectClash(pair.Left, pair.Right));
    }

    /// <summary>The models, with the artefacts that are still to be emitted.</summary>
    public static IncrementalValuesProvider<EmittableSpec> SelectModels(this IncrementalValuesProvider<ReadSpec> specs, IncrementalGeneratorInitializationContext context) =>
        specs.Where(static spec => spec.Model is not null)
            .Select(static (spec, _) => new EmittableSpec(spec.Model!, spec.Emit))
            .WithTrackingName(Stages.Model)
            .Combine(context.CompilationProvider)
            .Select(static (pair, _) => pair.Left with { Emit = pair.Left.Emit & ~References.Existing(pair.Left.Model.Namespace, pair.Left.Model.Service, pair.Right) });

    /// <summary>The line numbers of the specs whose suite is emitted.</summary>
    public static IncrementalValuesProvider<SpecLines> SelectLines(this IncrementalValuesProvider<ReadSpec> specs, IncrementalGeneratorInitializationContext context) =>
        specs.Where(static spec => spec.Lines is not null && spec.Emit.HasFlag(Artefact.Conformance))
            .Select(static (spec, _) => spec.Lines!)
            .WithTrackingName(Stages.Lines)
            .Combine(context.CompilationProvider)
            .Where(static pair => !References.Existing(pair.Left.Namespace, pair.Left.Service, pair.Right).HasFlag(Artefact.Conformance))
            .Select(static (pair, _) => pair.Left);

    /// <summary>The libraries that the project references.</summary>
    public static IncrementalValueProvider<References> FindReferences(this IncrementalGeneratorInitializationContext context) =>
        context.CompilationProvider.Select(static (compilation, _) => References.Of(compilation));

    public static void ReportFindings(this IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ReadSpec> specs) =>
        context.RegisterSourceOutput(specs, static (output, spec) =>
        {
            foreach (var finding in spec.Findings)
            {
                output.ReportDiagnostic(finding.ToDiagnostic(spec.Path));
            }
        });

    /// <summary>Emits one artefact of every spec that selects it.</summary>
    public static void Emit(
        this IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<EmittableSpec> specs,
        Artefact artefact,
        Func<SpecModel, SourceText> emit,
        string name) =>
        context.RegisterSourceOutput(
            specs.Where(spec => spec.Emit.HasFlag(artefact)),
            (output, spec) => output.AddSource($"{spec.Model.Namespace}.{spec.Model.Service}.{name}.g.cs", emit(spec.Model)));

    /// <summary>Emits the signer and the verifier of requests, for specs with a signing name.</summary>
    public static void EmitSignatures(
        this IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<EmittableSpec> specs,
        IncrementalValueProvider<References> references)
    {
        var signed = specs.Where(static spec => spec.Model.SigningName is not null);
        context.Emit(signed, Artefact.SigV4, SigV4Emitter.Emit, "SigV4");
        context.Emit(signed, Artefact.HttpClient, SigV4HandlerEmitter.Emit, "SigV4Handler");
        context.Emit(signed.Where(references, static r => r.HasRouting), Artefact.HttpServer, SigV4VerifierEmitter.Emit, "SigV4Verifier");
    }

    /// <summary>Emits one part of the conformance suite, if the project references what that part needs.</summary>
    public static void EmitSuite(
        this IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<EmittableSpec> specs,
        IncrementalValueProvider<References> references,
        Func<References, bool> needs,
        Func<SpecModel, SourceText> emit,
        string name) =>
        context.Emit(specs.Where(references, needs), Artefact.Conformance, emit, name);

    /// <summary>The specs, if the project references what they need.</summary>
    public static IncrementalValuesProvider<EmittableSpec> Where(
        this IncrementalValuesProvider<EmittableSpec> specs,
        IncrementalValueProvider<References> references,
        Func<References, bool> needs) =>
        specs.Combine(references).Where(pair => needs(pair.Right)).Select(static (pair, _) => pair.Left);

    /// <summary>Emits the line numbers of a spec if its suite is emitted.</summary>
    public static void EmitLines(
        this IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<SpecLines> lines,
        IncrementalValueProvider<References> references) =>
        context.RegisterSourceOutput(
            lines.Combine(references).Where(static pair => pair.Right.HasEngine),
            static (output, pair) => output.AddSource($"{pair.Left.Namespace}.{pair.Left.Service}.SpecLines.g.cs", SpecLinesEmitter.Emit(pair.Left)));
}
