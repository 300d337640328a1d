using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JobsSpecGen.Tests.Support;

/// <summary>The conformance engine, compiled from its sources, and xunit: what a test project of a consumer refers to.</summary>
internal static class ConformanceEngine
{
    private static readonly string[] s_implicitUsings =
        ["System", "System.IO", "System.Linq", "System.Collections.Generic", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    private static readonly Lazy<MetadataReference> s_engine = new(Compile);

    public static IEnumerable<MetadataReference> Alone => [s_engine.Value];

    public static IEnumerable<MetadataReference> WithRunner =>
    [
        s_engine.Value,
        .. new[] { typeof(TestContext), typeof(Assert), typeof(FactAttribute), typeof(TheoryDataRow<>), typeof(Xunit.v3.IXunitTest), typeof(Xunit.Sdk.ITestCase) }
            .Select(type => type.Assembly.Location).Distinct().Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static MetadataReference Compile()
    {
        var folder = Path.Combine(Repository.Root, "src", "JobsSpecGen.Conformance");
        var project = XDocument.Load(Path.Combine(folder, "JobsSpecGen.Conformance.csproj"));
        var usings = project.Descendants("Using").Select(use => use.Attribute("Include")!.Value).Concat(s_implicitUsings);
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var sources = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path))
            .Append(CSharpSyntaxTree.ParseText(string.Concat(usings.Select(use => $"global using {use};\n")), options));
        return CSharpCompilation.Create(
            "JobsSpecGen.Conformance",
            sources,
            Basic.Reference.Assemblies.Net100.References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)).ToReference();
    }
}
