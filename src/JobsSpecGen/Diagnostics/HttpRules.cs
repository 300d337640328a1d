using Microsoft.CodeAnalysis;

namespace JobsSpecGen.Diagnostics;

/// <summary>JSG1011 to JSG1014: the HTTP bindings.</summary>
internal static class HttpRules
{
    public static readonly DiagnosticDescriptor TemplateSyntax = new(
        "JSG1011", "Template cannot be read", "This template cannot be read: {0}", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor TemplateName = new(
        "JSG1012", "Name in braces does not fit", "{{{0}}} cannot stand here: {1}", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor NotSent = new(
        "JSG1013", "Nowhere in the request", "{0} is nowhere in the request; {1}", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor SameAddress = new(
        "JSG1014", "Two operations share an address", "'{0}' and '{1}' are both {2} {3}, so that nobody can tell which is meant; change the method or the path of one", RuleCategory.Name, DiagnosticSeverity.Error, true);
}
