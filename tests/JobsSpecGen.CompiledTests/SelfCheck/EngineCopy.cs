using System.Reflection;
using System.Runtime.Loader;
using JobsSpecGen.CompiledTests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JobsSpecGen.CompiledTests.SelfCheck;

/// <summary>The engine compiled from its sources once more, with the jobs suite that was generated on top of it.</summary>
internal sealed class EngineCopy
{
    private static readonly string Configuration = typeof(EngineCopy).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>What is compiled into the suite's assembly, so that no type of the copy has to be named from here.</summary>
    private const string Runner = """
        namespace IotJobsData;

        // On a clock that the suite moves, so that nothing waits.
        public sealed class Reference : JobsDataPlaneBackend, JobsSpecGen.Conformance.IClockControl
        {
            private readonly Clock _clock = new();

            public Reference() => Service = new InMemoryJobsDataPlane(_clock);

            public override IJobsDataPlane Service { get; }

            public System.DateTimeOffset UtcNow => _clock.Now;

            public System.Threading.Tasks.ValueTask AdvanceAsync(System.TimeSpan by, System.Threading.CancellationToken cancellationToken)
            {
                _clock.Now += by;
                return default;
            }

            private sealed class Clock : System.TimeProvider
            {
                public global::System.DateTimeOffset Now { get; set; } = global::System.DateTimeOffset.UnixEpoch.AddYears(50);

                public override global::System.DateTimeOffset GetUtcNow() => Now;
            }

            // What compares outcomes is run by the directed cases; the rest would only take longer.
            public override JobsSpecGen.Conformance.ConformanceOptions Options => new() { RandomSequences = 0, ConcurrentRuns = 0 };
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
        var trees = Sources().Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), InProcess.Language, path));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release);
        _engine = CSharpCompilation.Create("JobsSpecGen.Conformance", trees, References.OfEngine, options);
        var suite = CSharpCompilation.Create("suite", [], [.. References.OfEngine, MetadataReference.CreateFromImage(Image(_engine))], options);
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

    /// <summary>The sources as they are written, and what source generators added when the engine was built.</summary>
    private static IEnumerable<string> Sources()
    {
        var project = Path.Combine(Repository.Root, "src", "JobsSpecGen.Conformance");
        var made = Path.Combine(project, "obj", Configuration, "net10.0");
        return Directory.EnumerateDirectories(project).Where(d => Path.GetFileName(d) is not ("bin" or "obj"))
            .Append(Path.Combine(made, "generated"))
            .SelectMany(d => Directory.EnumerateFiles(d, "*.cs", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(project, "*.cs"))
            .Append(Path.Combine(made, "JobsSpecGen.Conformance.GlobalUsings.g.cs"))
            .Order(StringComparer.Ordinal);
    }

    private static byte[] Image(Compilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        return image.ToArray();
    }
}
