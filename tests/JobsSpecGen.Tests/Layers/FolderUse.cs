using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JobsSpecGen.Tests.Layers;

/// <summary>A use of a type, or of a member of it, in another folder.</summary>
/// <param name="File">The file that uses it.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Name">What is used: <c>Type</c> or <c>Type.Member</c>.</param>
/// <param name="From">The folder of the file.</param>
/// <param name="To">The folder of the type.</param>
internal sealed record FolderUse(string File, int Line, string Name, string From, string To)
{
    /// <summary>The uses between folders, in the order of files and lines. <c>using</c> directives and documentation do not count.</summary>
    public static IReadOnlyList<FolderUse> In(Compilation compilation, ProjectSources sources) =>
    [
        .. from tree in compilation.SyntaxTrees
           where sources.Files.ContainsKey(tree.FilePath)
           orderby tree.FilePath
           from use in In(tree, compilation.GetSemanticModel(tree), sources)
           select use,
    ];

    private static IEnumerable<FolderUse> In(SyntaxTree tree, SemanticModel model, ProjectSources sources)
    {
        var from = ProjectSources.FolderOf(tree.FilePath);
        foreach (var node in tree.GetRoot().DescendantNodes(node => node is not UsingDirectiveSyntax).Where(IsUse))
        {
            if (model.GetSymbolInfo(node).Symbol is { } symbol && TypeOf(symbol) is { } type)
            {
                // A partial type lies in one folder, or its parts would have different namespaces.
                var file = type.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath;
                if (file is not null && sources.Files.ContainsKey(file) && ProjectSources.FolderOf(file) is var to && to != from)
                {
                    var name = symbol is INamedTypeSymbol || symbol.Name.StartsWith('.') ? type.Name : type.Name + "." + symbol.Name;
                    yield return new(tree.FilePath, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, name, from, to);
                }
            }
        }
    }

    /// <summary>Names, and what uses a member without its name.</summary>
    private static bool IsUse(SyntaxNode node) =>
        node is SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax or ElementAccessExpressionSyntax or BinaryExpressionSyntax or CastExpressionSyntax or ConstructorInitializerSyntax;

    /// <summary>The outermost type that declares the symbol.</summary>
    private static INamedTypeSymbol? TypeOf(ISymbol symbol)
    {
        var declared = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol;
        var type = declared as INamedTypeSymbol ?? declared.ContainingType;
        while (type?.ContainingType is { } outer)
        {
            type = outer;
        }

        return type?.OriginalDefinition;
    }
}
