using Microsoft.CodeAnalysis;

namespace JobsSpecGen.Diagnostics;

/// <summary>JSG1xxx: the keys of a spec, its names and its shapes.</summary>
internal static class ShapeRules
{
    public static readonly DiagnosticDescriptor UnknownKey = new(
        "JSG1001", "Unknown key", "{0} has no key '{1}'.{2}", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor MissingKey = new(
        "JSG1002", "Missing key", "{0} needs the key '{1}'; add it", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor WrongNode = new(
        "JSG1003", "Wrong kind of value", "{0} must be {1}", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor InvalidName = new(
        "JSG1004", "Invalid name", "'{0}' cannot be the name of {1}; use {2}, 200 at most", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor NameClash = new(
        "JSG1005", "Names clash in C#", "'{0}' and {1} would both become '{2}' in C#; rename one", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor UnknownShape = new(
        "JSG1006", "Unknown shape", "There is no shape '{0}'.{1}", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor InvalidValue = new(
        "JSG1007", "Value not allowed", "{0} cannot be '{1}'.{2}", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor InfiniteShape = new(
        "JSG1008", "Shape requires itself", "'{0}' requires itself through '{1}', so that it would never end; make a member on the way optional, or put a structure between the lists", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor WrongShapeKind = new(
        "JSG1009", "Shape of the wrong kind", "{0} must be {1}, but '{2}' is {3}", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor InvalidPath = new(
        "JSG1010", "HTTP path does not fit the input", "{0}", RuleCategory.Name, DiagnosticSeverity.Error, true);
}
