using System.Reflection;
using System.Runtime.Loader;
using JobsSpecGen.Conformance;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JobsSpecGen.CompiledTests.Harness;

/// <summary>A spec turned into code by the generator, compiled, and loaded beside all others.</summary>
internal sealed class CompiledSpec
{
    private readonly Assembly _assembly;
    private readonly string _name;

    private CompiledSpec(Assembly assembly, string name)
    {
        _assembly = assembly;
        _name = name;
        Suite = (ConformanceSuite)_assembly.GetType(name + "Suite", throwOnError: true)!.GetProperty("Instance")!.GetValue(null)!;
    }

    /// <summary>The suite that was generated from the spec.</summary>
    public ConformanceSuite Suite { get; }

    /// <summary>A new reference that was generated from the spec, behind its adapter.</summary>
    public IConformanceTarget CreateReference(TimeProvider clock) =>
        (IConformanceTarget)Activator.CreateInstance(_assembly.GetType(_name + "OfThisTest", throwOnError: true)!, clock)!;

    /// <summary>Lays a new reference that was generated from the spec on HTTP, with its environment.</summary>
    public void Map(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints)
    {
        var service = _name[(_name.LastIndexOf('.') + 1)..];
        var reference = Activator.CreateInstance(_assembly.GetType(_name[..^service.Length] + "InMemory" + service, throwOnError: true)!, [null]);
        var server = _assembly.GetType(_name + "HttpServer", throwOnError: true)!;
        foreach (var map in new[] { "Map" + service, "Map" + service + "Environment" })
        {
            server.GetMethod(map)!.Invoke(null, [endpoints, reference, null, 1000]);
        }
    }

    /// <summary>For <see cref="From"/>: the reference and the suite without codecs, client and server, which take most of the time to compile.</summary>
    public const string InProcessOnly = "Conformance; Reference";

    /// <summary>Generates, compiles and loads; what goes wrong on the way is the failure's message.</summary>
    /// <param name="spec">The spec.</param>
    /// <param name="emit">The artefacts, those that they need not counted; null: all that there are.</param>
    public static CompiledSpec From(SpecText spec, string? emit = null)
    {
        var compilation = CSharpCompilation.Create(
            "spec-" + Guid.NewGuid().ToString("N"),
            references: References.OfSpecs,
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var result = InProcess.Generate(compilation, spec, out var generated, emit);
        var suite = result.GeneratedTrees.Select(t => Path.GetFileName(t.FilePath)).Single(n => n.EndsWith(".Suite.g.cs", StringComparison.Ordinal));
        var name = suite[..^".Suite.g.cs".Length];
        var complete = generated.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Adapter(name), InProcess.Language, cancellationToken: TestContext.Current.CancellationToken));
        return new CompiledSpec(Load(complete), name);
    }

    private static string Adapter(string name)
    {
        var (space, service) = (name[..name.LastIndexOf('.')], name[(name.LastIndexOf('.') + 1)..]);
        return $$"""
            namespace {{space}};

            public sealed class {{service}}OfThisTest(System.TimeProvider clock) : {{service}}Backend
            {
                public override I{{service}} Service { get; } = new InMemory{{service}}(clock);

                // Races and random runs have tests of their own.
                public override JobsSpecGen.Conformance.ConformanceOptions Options => base.Options with { ConcurrentRuns = {{TestScale.Choose(full: 100, reduced: 10)}}, RandomSequences = {{TestScale.Choose(full: 200, reduced: 10)}} };
            }
            """;
    }

    private static Assembly Load(Compilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        var findings = emitted.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).ToList();
        Assert.True(emitted.Success && findings.Count == 0, "The generated code does not compile cleanly:\n" + string.Join("\n", findings));
        image.Position = 0;

        // What the code refers to, first of all the engine, is that of this process, so that values go back and forth.
        return new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true).LoadFromStream(image);
    }
}
