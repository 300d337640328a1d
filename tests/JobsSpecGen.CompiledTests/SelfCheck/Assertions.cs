using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace JobsSpecGen.CompiledTests.SelfCheck;

/// <summary>A place in the engine that says that something is wrong, and the source without it.</summary>
internal sealed record Assertion(SyntaxTree Tree, SyntaxNode Place, SyntaxNode Without)
{
    public string Name => $"{Path.GetFileName(Tree.FilePath)}: {Place.ToString().Split('\n')[0].Trim()}";

    /// <summary>The place with a switch around it, which takes the assertion out while the engine runs.</summary>
    /// <param name="place">The place, with switches around what lies inside it.</param>
    /// <param name="off">An expression that is true while the assertion is out.</param>
    public SyntaxNode Switched(SyntaxNode place, string off) => Without is StatementSyntax without
        ? ParseStatement($"if ({off}) {{ {without} }} else {{ {place} }}")
        : ParseExpression($"(({off}) switch {{ true => {Without}, false => {place} }})");

    /// <summary>Every such place in the sources that compare outcomes: deviations that are added, returned or selected, and reasons why a time or a number does not fit.</summary>
    public static IEnumerable<Assertion> In(SyntaxTree tree) => tree.GetRoot().DescendantNodes().Select(node => node switch
    {
        ExpressionStatementSyntax statement when Makes(statement.Expression, "Add") => new Assertion(tree, node, EmptyStatement()),
        CollectionExpressionSyntax { Elements: [ExpressionElementSyntax { Expression: BaseObjectCreationExpressionSyntax made }] } when IsDeviation(made) =>
            new Assertion(tree, node, ParseExpression("[]")),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Select" } access } select
            when select.ArgumentList.Arguments[0].Expression is LambdaExpressionSyntax { Body: BaseObjectCreationExpressionSyntax body } && IsDeviation(body) =>
            new Assertion(tree, node, select.WithExpression(access.WithExpression(ParseExpression(access.Expression + ".Where(_ => false)")))),
        ReturnStatementSyntax { Expression: InterpolatedStringExpressionSyntax or ConditionalExpressionSyntax { WhenTrue.RawKind: (int)SyntaxKind.NullLiteralExpression } } back
            when back.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.Text.StartsWith("Bind", StringComparison.Ordinal) == true =>
            new Assertion(tree, node, ParseStatement("return null;")),
        _ => null,
    }).OfType<Assertion>();

    private static bool Makes(ExpressionSyntax expression, string name) =>
        expression is InvocationExpressionSyntax { Expression: IdentifierNameSyntax called } invocation && called.Identifier.Text == name
        && invocation.ArgumentList.Arguments[0].ToString().StartsWith("DeviationKind.", StringComparison.Ordinal);

    private static bool IsDeviation(BaseObjectCreationExpressionSyntax made) =>
        made.ArgumentList?.Arguments is [var first, ..] && first.ToString().StartsWith("DeviationKind.", StringComparison.Ordinal);
}
