using JobsSpecGen.Conformance;
using JobsSpecGen.Pipeline;
using JobsSpecGen.Tool.Generation;
using Microsoft.AspNetCore.Routing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JobsSpecGen.Tool.Emitting;

/// <summary>
/// The project for which the generator emits. A server is only emitted where ASP.NET Core is referenced, a suite only with its
/// engine and runner: whoever asks for them has these, or will have them.
/// </summary>
internal static class TargetProject
{
    /// <summary>The generator looks for this type. The runner itself is no part of this tool.</summary>
    private const string Runner = "namespace Xunit { public class TestContext { } }";

    public static CSharpCompilation For(IReadOnlyList<string> artefacts)
    {
        var hasSuite = artefacts.Has(Artefact.Conformance);
        IEnumerable<Type> types = [
            .. artefacts.Has(Artefact.HttpServer) ? [typeof(RouteGroupBuilder)] : Type.EmptyTypes,
            .. hasSuite ? [typeof(ConformanceSuite)] : Type.EmptyTypes,
        ];
        return GeneratorRun.Project(types.Select(type => MetadataReference.CreateFromFile(type.Assembly.Location)), hasSuite ? Runner : "");
    }
}
