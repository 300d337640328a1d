using System.Reflection;
using Basic.Reference.Assemblies;
using JobsSpecGen.Emission.Http.Client;
using JobsSpecGen.Emission.Json;
using JobsSpecGen.Emission.Models;
using JobsSpecGen.Emission.Validation;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Tests.Emission;

/// <summary>
/// What the emitters that depend on shapes only make of a spec, compiled as a strict consumer would and loaded. Tests then
/// evaluate C# against it, as that consumer would write it.
/// </summary>
internal sealed class EmittedShapes
{
    // The language of a consumer on .NET 8.
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static readonly CSharpCompilationOptions s_options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable,
        warningLevel: 9999);

    private readonly byte[] _image;
    private readonly Namespace _namespace;
    private int _probes;

    public EmittedShapes(SpecModel spec)
    {
        _namespace = Namespace.Of(spec.Namespace);
        Sources = Emit(spec);
        var compilation = CSharpCompilation.Create(
            "Emitted" + Guid.NewGuid().ToString("N"),
            Sources.Select(source => CSharpSyntaxTree.ParseText(source.Value, s_parse, source.Key + ".cs")),
            Net100.References.All,
            s_options);
        Diagnostics = [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString())];
        _image = Compile(compilation);
        Assembly = Assembly.Load(_image);
    }

    /// <summary>The emitted text, by artefact.</summary>
    public IReadOnlyDictionary<string, SourceText> Sources { get; }

    /// <summary>Warnings and errors, missing documentation among them.</summary>
    public IReadOnlyList<string> Diagnostics { get; }

    public Assembly Assembly { get; }

    public static Dictionary<string, SourceText> Emit(SpecModel spec) => new()
    {
        ["ValueTypes"] = ValueTypesEmitter.Emit(spec),
        ["Models"] = ModelsEmitter.Emit(spec),
        ["ConstraintViolation"] = ConstraintViolationEmitter.Emit(spec),
        ["Validators"] = ValidatorsEmitter.Emit(spec),
        ["Errors"] = ErrorsEmitter.Emit(spec),
        ["Service"] = ServiceEmitter.Emit(spec),
        ["Json"] = JsonEmitter.Emit(spec),
        ["JsonCodecs"] = JsonCodecsEmitter.Emit(spec),
        ["JsonConverters"] = JsonConvertersEmitter.Emit(spec),
        ["JsonErrors"] = JsonErrorsEmitter.Emit(spec),
        ["HttpClient"] = HttpClientEmitter.Emit(spec),
        ["JsonTokens"] = JsonTokensEmitter.Emit(spec),
    };

    /// <summary>Runs statements that end in a <c>return</c>.</summary>
    public T Run<T>(string statements)
    {
        var name = "Probe" + _probes++;
        var source = $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using {{_namespace}};
            public static class {{name}}
            {
                public static object? Run()
                {
                    {{statements}}
                }
            }
            """;
        var compilation = CSharpCompilation.Create(
            Assembly.GetName().Name + name,
            [CSharpSyntaxTree.ParseText(source, s_parse.WithDocumentationMode(DocumentationMode.None))],
            [.. Net100.References.All, MetadataReference.CreateFromImage(_image)],
            s_options);
        var probe = Assembly.Load(Compile(compilation));
        ResolveEventHandler resolve = (_, asked) => asked.Name == Assembly.FullName ? Assembly : null;
        AppDomain.CurrentDomain.AssemblyResolve += resolve;
        try
        {
            return (T)probe.GetType(name)!.GetMethod("Run")!.Invoke(null, null)!;
        }
        finally
        {
            AppDomain.CurrentDomain.AssemblyResolve -= resolve;
        }
    }

    /// <summary>The value of an expression.</summary>
    public T Evaluate<T>(string expression) => Run<T>("return " + expression + ";");

    private static byte[] Compile(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        return image.ToArray();
    }
}
