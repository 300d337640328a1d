using System.Reflection;
using System.Runtime.Loader;
using JobsSpecGen.CompiledTests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JobsSpecGen.CompiledTests.SelfCheck;

/// <summary>The engine compiled from its sources once more, with the jobs suite that was generated on top of it.</summary>
internal sealed class EngineCopy
{
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Threading; global using System.Threading.Tasks;
        global using JobsSpecGen.Conformance.Model; global using JobsSpecGen.Conformance.Exploration; global using JobsSpecGen.Conformance.Planning;
        global using JobsSpecGen.Conformance.Execution; global using JobsSpecGen.Conformance.Comparison; global using JobsSpecGen.Conformance.Attribution;
        global using JobsSpecGen.Conformance.Reporting;
        """;

    /// <summary>What is compiled into the suite's assembly, so that no type of the copy has to be named from here.</summary>
    private const string Runner = """
        namespace IotJobsData;

        public sealed class Reference : JobsDataPlaneBackend
        {
            public override IJobsDataPlane Service { get; } = new InMemoryJobsDataPlane(System.TimeProvider.System);
        }

        public static class Runner
        {
            public static async System.Threading.Tasks.Task<(bool Conforms, string Reason)> RunAsync()
            {
                var run = new JobsSpecGen.Conformance.ConformanceRun(JobsDataPlaneSuite.Instance, () => new Reference(), "reference");
                var report = await run.ReportAsync(default);
                return (report.Conforms, report.SelfCheck!.Reason ?? "");
            }
        }
        """;

    private readonly CSharpCompilation _engine;
    private readonly byte[] _suite;

    public EngineCopy()
    {
        var framework = References.OfSpecs.SkipLast(1).ToList();
        var trees = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "engine"), "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), InProcess.Language, path))
            .Append(CSharpSyntaxTree.ParseText(Usings, InProcess.Language));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release);
        _engine = CSharpCompilation.Create("JobsSpecGen.Conformance", trees, framework, options);
        var suite = CSharpCompilation.Create("suite", [], [.. framework, MetadataReference.CreateFromImage(Image(_engine))], options);
        InProcess.Generate(suite, SpecText.Jobs, out var generated);
        _suite = Image(generated.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Runner, InProcess.Language)));
    }

    /// <summary>The engine's sources.</summary>
    public IEnumerable<SyntaxTree> Trees => _engine.SyntaxTrees;

    /// <summary>Runs the suite on its reference with the engine as it is, or with one tree replaced.</summary>
    public async Task<(bool Conforms, string Reason)> RunAsync(SyntaxTree? old = null, SyntaxTree? replacement = null)
    {
        var engine = Image(old is null ? _engine : _engine.ReplaceSyntaxTree(old, replacement!));
        var context = new AssemblyLoadContext("engine copy", isCollectible: true);
        var loaded = context.LoadFromStream(new MemoryStream(engine));
        context.Resolving += (_, name) => name.Name == loaded.GetName().Name ? loaded : null;
        var run = context.LoadFromStream(new MemoryStream(_suite)).GetType("IotJobsData.Runner", throwOnError: true)!.GetMethod("RunAsync", BindingFlags.Public | BindingFlags.Static)!;
        var result = await (Task<(bool, string)>)run.Invoke(null, null)!;
        context.Unload();
        return result;
    }

    private static byte[] Image(Compilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        return image.ToArray();
    }
}
