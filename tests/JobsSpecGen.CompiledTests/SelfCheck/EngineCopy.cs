using System.Reflection;
using System.Runtime.Loader;
using JobsSpecGen.CompiledTests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JobsSpecGen.CompiledTests.SelfCheck;

/// <summary>
/// The engine compiled from its sources once more, with a switch around each of some assertions, and with the jobs suite that was
/// generated on top of it. It is compiled once: to compile it anew for each assertion takes minutes.
/// </summary>
internal sealed class EngineCopy : IDisposable
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
                // A new suite each time, because what is planned and checked of a suite is kept with it.
                var suite = (JobsDataPlaneSuite)System.Activator.CreateInstance(typeof(JobsDataPlaneSuite), nonPublic: true)!;
                var run = new JobsSpecGen.Conformance.ConformanceRun(suite, () => new Reference(), "reference");
                var report = await run.ReportAsync(default);
                return (report.Conforms, report.SelfCheck!.Reason ?? "");
            }
        }
        """;

    private const string Switch = "global::JobsSpecGen.Conformance.AssertionSwitch";

    private readonly AssemblyLoadContext _context = new("engine copy", isCollectible: true);
    private readonly FieldInfo _without;
    private readonly MethodInfo _run;

    /// <param name="find">Finds the assertions of a source file.</param>
    public EngineCopy(Func<SyntaxTree, IEnumerable<Assertion>> find)
    {
        var sources = Sources().Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), InProcess.Language, path)).ToList();
        Assertions = [.. sources.SelectMany(find)];

        // Without the analysis of null, which the build has done, and which takes a sixth of the time.
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release);
        var engine = Image(CSharpCompilation.Create("JobsSpecGen.Conformance", [.. sources.Select(Switched), SwitchTree()], References.OfEngine, options));
        var suite = CSharpCompilation.Create("suite", [], [.. References.OfEngine, MetadataReference.CreateFromImage(engine)], options);
        InProcess.Generate(suite, SpecText.Jobs, out var generated, emit: "Conformance; Reference");
        var image = Image(generated.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Runner, InProcess.Language)));

        var loaded = _context.LoadFromStream(new MemoryStream(engine));
        _context.Resolving += (_, name) => name.Name == loaded.GetName().Name ? loaded : null;
        _without = loaded.GetType("JobsSpecGen.Conformance.AssertionSwitch", throwOnError: true)!.GetField("Without")!;
        _run = _context.LoadFromStream(new MemoryStream(image)).GetType("IotJobsData.Runner", throwOnError: true)!.GetMethod("RunAsync", BindingFlags.Public | BindingFlags.Static)!;
    }

    /// <summary>The assertions that can be taken out.</summary>
    public IReadOnlyList<Assertion> Assertions { get; }

    /// <summary>Runs the suite on its reference with the engine as it is, or without an assertion.</summary>
    public Task<(bool Conforms, string Reason)> RunAsync(Assertion? without)
    {
        _without.SetValue(null, NumberOf(without));
        return (Task<(bool, string)>)_run.Invoke(null, null)!;
    }

    public void Dispose() => _context.Unload();

    private static SyntaxTree SwitchTree() => CSharpSyntaxTree.ParseText("namespace JobsSpecGen.Conformance; public static class AssertionSwitch { public static int Without = -1; }", InProcess.Language);

    private SyntaxTree Switched(SyntaxTree tree)
    {
        var own = Assertions.Where(a => a.Tree == tree).ToDictionary(a => a.Place);
        return own.Count == 0 ? tree : CSharpSyntaxTree.ParseText(
            tree.GetRoot().ReplaceNodes(own.Keys, (place, rewritten) => own[place].Switched(rewritten, $"{Switch}.Without == {NumberOf(own[place])}")).ToFullString(), InProcess.Language, tree.FilePath);
    }

    private int NumberOf(Assertion? assertion) => assertion is null ? -1 : Assertions.ToList().IndexOf(assertion);

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
