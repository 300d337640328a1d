using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using JobsSpecGen.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JobsSpecGen.Tests.Layers;

/// <summary>Compiles the sources of a project in memory, against the assemblies of this test's process.</summary>
internal static class ProjectCompilation
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Preview);

    // One reference for each assembly, so that its metadata is read once for all compilations.
    private static readonly ConcurrentDictionary<string, MetadataReference> s_references = new();

    private static readonly Lazy<ImmutableArray<ISourceGenerator>> s_platformGenerators = new(LoadPlatformGenerators);

    public static Compilation Of(LayeredProject project, ProjectSources sources)
    {
        var globals = (sources.HasImplicitUsings ? ImplicitUsings : "") + string.Concat(sources.Usings.Select(element => $"\nglobal using {element.Attribute("Include")!.Value};"));
        var trees = sources.Files.Select(file => CSharpSyntaxTree.ParseText(file.Value, s_parse, file.Key))
            .Append(CSharpSyntaxTree.ParseText(globals, s_parse));
        var compilation = CSharpCompilation.Create(
            project.AssemblyName,
            trees,
            References(sources),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return Generate(compilation, sources.HasSpec);
    }

    /// <summary>All assemblies of this process but those of this repository; of those, only the ones that the project refers to.</summary>
    private static IEnumerable<MetadataReference> References(ProjectSources sources) =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) is var name
                && (!(name == "jobspec" || name.StartsWith("JobsSpecGen", StringComparison.Ordinal)) || sources.ReferencedProjects.Contains(name)))
            .Select(path => s_references.GetOrAdd(path, static path => MetadataReference.CreateFromFile(path)));

    private static Compilation Generate(CSharpCompilation compilation, bool hasSpec)
    {
        SpecInput[] specs = hasSpec ? [new(Repository.JobsSpec)] : [];
        CSharpGeneratorDriver
            .Create([new JobsSpecGenerator().AsSourceGenerator(), .. s_platformGenerators.Value], specs.Select(spec => spec.ToAdditionalText()), s_parse, new SpecOptions(specs))
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        return output;
    }

    /// <summary>The generators of .NET for JSON and regular expressions, which lie in the reference pack of the SDK.</summary>
    private static ImmutableArray<ISourceGenerator> LoadPlatformGenerators()
    {
        var dotnet = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        var packs = Path.Combine(dotnet, "packs", "Microsoft.NETCore.App.Ref");
        var folder = Directory.Exists(packs)
            ? Directory.GetDirectories(packs, $"{Environment.Version.Major}.*").OrderBy(pack => Version.TryParse(Path.GetFileName(pack), out var version) ? version : new()).LastOrDefault()
            : null;
        Assert.True(folder is not null, $"The generators of .NET are needed to compile the projects, and '{packs}' has no pack for .NET {Environment.Version.Major}. Install the .NET SDK there.");
        return
        [
            .. new[] { "System.Text.Json.SourceGeneration.dll", "System.Text.RegularExpressions.Generator.dll" }
                .SelectMany(file => new AnalyzerFileReference(Path.Combine(folder!, "analyzers", "dotnet", "cs", file), Loader.Instance).GetGenerators(LanguageNames.CSharp)),
        ];
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public static Loader Instance { get; } = new();

        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => AssemblyLoadContext.Default.LoadFromAssemblyPath(fullPath);
    }
}
