using Microsoft.CodeAnalysis;

namespace JobsSpecGen.Diagnostics;

/// <summary>JSG9xxx: limits, except those of the YAML reader.</summary>
internal static class LimitRules
{
    public static readonly DiagnosticDescriptor TooManySteps = new(
        "JSG9004", "Too many steps", "'{0}' has more than {1} steps once its blocks are put in place; use fewer blocks inside blocks", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor TooDeepSteps = new(
        "JSG9005", "Steps too deep inside each other", "Steps of '{0}' lie more than {1} levels inside each other once its blocks are put in place; use fewer blocks inside blocks", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor TooDeepShape = new(
        "JSG9006", "Shapes too deep inside each other", "'{0}' goes down through more than {1} bases, lists or maps; put a structure between the lists, or base it on a string nearer to the last", RuleCategory.Name, DiagnosticSeverity.Error, true);
}
