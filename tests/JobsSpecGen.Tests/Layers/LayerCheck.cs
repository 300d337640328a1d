using System.Xml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JobsSpecGen.Tests.Layers;

/// <summary>What a project does against its table of layers.</summary>
/// <param name="Violations">One message each, with the place.</param>
/// <param name="MutualPairs">The pairs of folders that use each other.</param>
internal sealed record LayerCheck(IReadOnlyList<string> Violations, IReadOnlyList<(string First, string Second)> MutualPairs)
{
    public static LayerCheck Of(LayeredProject project, ProjectSources sources)
    {
        var compilation = ProjectCompilation.Of(project, sources);
        var uses = FolderUse.In(compilation, sources);
        return new(
            [
                .. CompileErrors(project, compilation),
                .. TableMistakes(project, sources),
                .. WrongNamespaces(project, compilation, sources),
                .. OwnUsings(project, sources),
                .. UpwardUses(project, uses),
            ],
            [.. Mutual(uses)]);
    }

    /// <summary>What does not compile hides uses.</summary>
    private static IEnumerable<string> CompileErrors(LayeredProject project, Compilation compilation) =>
        compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => $"src/{project.Name}/{diagnostic}");

    private static IEnumerable<string> TableMistakes(LayeredProject project, ProjectSources sources)
    {
        var inTable = project.Layers.Select(layer => layer.Folder).ToList();
        var missing = sources.Folders.Except(inTable).Select(folder => $"src/{project.Name}/{folder}: this folder is missing in the table of layers. Add it where it belongs.");
        var empty = inTable.Except(sources.Folders).Select(folder => $"src/{project.Name}/{folder}: this entry in the table of layers has no folder with sources. Remove it.");
        var twice = inTable.GroupBy(folder => folder).Where(group => group.Count() > 1).Select(group => $"src/{project.Name}/{group.Key}: this folder is twice in the table of layers. Remove one entry.");
        var unexplained = project.Layers.Where(layer => !layer.Purpose.EndsWith('.')).Select(layer => $"src/{project.Name}/{layer.Folder}: the table of layers does not say in a sentence what this folder is for.");
        return [.. missing, .. empty, .. twice, .. unexplained];
    }

    /// <summary>A namespace follows its folder. Only public types may stand in the root namespace instead, where users look for them.</summary>
    private static IEnumerable<string> WrongNamespaces(LayeredProject project, Compilation compilation, ProjectSources sources)
    {
        foreach (var tree in compilation.SyntaxTrees.Where(tree => sources.Files.ContainsKey(tree.FilePath)).OrderBy(tree => tree.FilePath, StringComparer.Ordinal))
        {
            var folder = ProjectSources.FolderOf(tree.FilePath);
            var expected = folder == "." ? project.Name : $"{project.Name}.{folder.Replace('/', '.')}";
            var model = compilation.GetSemanticModel(tree);
            foreach (var type in tree.GetRoot().DescendantNodes(node => node is not BaseTypeDeclarationSyntax).Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax))
            {
                var symbol = (INamedTypeSymbol)model.GetDeclaredSymbol(type)!;
                var actual = symbol.ContainingNamespace.ToDisplayString();
                if (actual != expected && !(actual == project.Name && symbol.DeclaredAccessibility == Accessibility.Public))
                {
                    yield return $"src/{project.Name}/{tree.FilePath}:{LineOf(type)}: '{symbol.Name}' is in the namespace '{actual}'; its folder needs '{expected}'.";
                }
            }
        }
    }

    private static IEnumerable<string> OwnUsings(LayeredProject project, ProjectSources sources) =>
        from element in sources.Usings
        let name = element.Attribute("Include")!.Value
        where name == project.Name || name.StartsWith(project.Name + ".", StringComparison.Ordinal)
        select $"src/{project.Name}/{project.Name}.csproj:{((IXmlLineInfo)element).LineNumber}: <Using Include=\"{name}\"> opens a folder to all files. Write using directives in the files that need it.";

    private static IEnumerable<string> UpwardUses(LayeredProject project, IReadOnlyList<FolderUse> uses)
    {
        var order = project.Layers.Select((layer, index) => (layer.Folder, index)).DistinctBy(layer => layer.Folder).ToDictionary(layer => layer.Folder, layer => layer.index);
        return
            from use in uses
            where order.ContainsKey(use.From) && order.ContainsKey(use.To) && order[use.To] > order[use.From]
            let mutual = uses.Any(other => other.From == use.To && other.To == use.From)
            select $"src/{project.Name}/{use.File}:{use.Line}: '{use.From}' uses '{use.Name}' of '{use.To}', which is a higher layer{(mutual ? " and also uses it: the two folders use each other" : "")}.";
    }

    private static IEnumerable<(string First, string Second)> Mutual(IReadOnlyList<FolderUse> uses)
    {
        var pairs = uses.Select(use => (use.From, use.To)).ToHashSet();
        return pairs.Where(pair => string.CompareOrdinal(pair.From, pair.To) < 0 && pairs.Contains((pair.To, pair.From))).Order();
    }

    private static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
