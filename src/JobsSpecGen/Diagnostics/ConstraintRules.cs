using Microsoft.CodeAnalysis;

namespace JobsSpecGen.Diagnostics;

/// <summary>JSG2xxx: constraints, and literals that violate them.</summary>
internal static class ConstraintRules
{
    public static readonly DiagnosticDescriptor InvalidRange = new(
        "JSG2001", "Invalid range", "'{0}' is no range; write MIN..MAX with whole numbers, either of which may be left out, for instance 1..64", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor EmptyRange = new(
        "JSG2002", "Empty range", "Nothing lies in '{0}': the lower bound must not be above the upper one, and a length not below 0", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor InvalidPattern = new(
        "JSG2003", "Invalid pattern", "The pattern is no regular expression of .NET: {0}", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor InvalidLiteral = new(
        "JSG2004", "Value does not fit its shape", "{0} is no value of '{1}': {2}", RuleCategory.Name, DiagnosticSeverity.Error, true);
}
