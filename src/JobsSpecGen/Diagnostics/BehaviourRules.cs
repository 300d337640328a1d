using Microsoft.CodeAnalysis;

namespace JobsSpecGen.Diagnostics;

/// <summary>JSG3xxx: lifecycles, steps, expressions, clauses and scenarios.</summary>
internal static class BehaviourRules
{
    public static readonly DiagnosticDescriptor ExpressionSyntax = new(
        "JSG3001", "Expression cannot be read", "This expression cannot be read: {0}", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor UnknownName = new(
        "JSG3002", "Unknown name", "There is no {0} '{1}' here.{2}", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor UnknownMember = new(
        "JSG3003", "Unknown member", "'{0}' has no member '{1}'.{2}", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor TypeMismatch = new(
        "JSG3004", "Types do not fit", "{0} must be {1}, but this is {2}", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor MayBeAbsent = new(
        "JSG3005", "Value may be absent", "{0} must be there, but this may be absent; give a value for that case with '??', or test it with 'when' first", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor UnknownStatus = new(
        "JSG3006", "Unknown status", "'{0}' is no value of '{1}'.{2}", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor NotOneStep = new(
        "JSG3007", "Not one step", "A step starts with exactly one of: {0}; this one has {1}", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor MissingClause = new(
        "JSG3008", "Clause missing", "{0} of an operation is a rule that callers rely on; name it with 'clause', 'says' and 'source'", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor DuplicateClause = new(
        "JSG3009", "Clause stands twice", "The clause '{0}' stands on line {1} already; give this rule an id of its own, or put the common steps into a block", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor UnlistedError = new(
        "JSG3010", "Error not listed", "'{0}' does not list '{1}' in its errors; add it there, or answer another one", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor RecursiveBlock = new(
        "JSG3011", "Block uses itself", "The block '{0}' uses itself; blocks are put in place of their use, so that this would never end", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor NoReturn = new(
        "JSG3012", "Operation without an answer", "Not every way through '{0}' ends in 'return'; add one at the end", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor Unreachable = new(
        "JSG3013", "Step is never reached", "This step is never reached, because the steps before it always end the operation; remove it", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor VariableTaken = new(
        "JSG3014", "Name is taken", "'{0}' already names {1}; choose another name", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor MissingMember = new(
        "JSG3015", "Member not given", "{0} needs '{1}'; give it{2}", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor PartitionMissing = new(
        "JSG3016", "Partition not named", "'{0}' must have the required input member '{1}' of shape '{2}', because the state is kept by it", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor ReturnInEnvironment = new(
        "JSG3017", "Environment actions have no answer", "An environment action just ends, only operations answer with 'return'; remove this step", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor FixedField = new(
        "JSG3018", "Field cannot be set", "'{0}' cannot be set: {1}", RuleCategory.Name, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor ConstantValue = new(
        "JSG3019", "Always the same", "{0} is always the same, whatever the request and the state; leave it out, or name what it is to depend on", RuleCategory.Name, DiagnosticSeverity.Error, true);
}
