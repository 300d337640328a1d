using JobsSpecGen.Conformance;
using JobsSpecGen.Pipeline;
using JobsSpecGen.Tool.Generation;
using Microsoft.AspNetCore.Routing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JobsSpecGen.Tool.Emitting;

/// <summary>
/// The project that the generator runs in. A server is emitted only if ASP.NET Core is referenced, a suite only with its engine
/// and runner. A user who requests these artefacts has the references, or will add them.
/// </summary>
internal static class TargetProject
{
    /// <summary>The type by which the generator recognises the runner. The tool does not contain the runner itself.</summary>
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
