using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Expressions;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;
using Microsoft.CodeAnalysis;

namespace JobsSpecGen.Binding.Expressions;

/// <summary>
/// Resolves the names of an expression and checks its types. On an error it reports one finding and returns null. The caller
/// reports nothing more, so that one mistake gives one diagnostic.
/// </summary>
internal sealed class ExprBinder(BindingContext context, ExprSource source, Scope scope)
{
    /// <summary>Reads a scalar as an expression of a type.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="expected">The expected type; null for any.</param>
    /// <param name="what">The subject of messages.</param>
    /// <param name="context">The spec.</param>
    /// <param name="scope">The scope of names.</param>
    /// <param name="isCondition">Whether the expression is a condition.</param>
    public static Expr? Bind(YamlScalar? scalar, ExprType? expected, string what, BindingContext context, Scope scope, bool isCondition = false)
    {
        if (scalar is null)
        {
            return null;
        }

        var source = new ExprSource(scalar);
        var syntax = ExprParser.Parse(scalar.Value, out var error);
        if (syntax is null)
        {
            context.Findings.Add(BehaviourRules.ExpressionSyntax, source.SpanOf(error!.Start, error.Length), error.Message);
            return null;
        }

        var binder = new ExprBinder(context, source, scope);
        return expected == ExprType.Boolean && isCondition ? binder.BindCondition(syntax, what) : binder.BindAs(syntax, expected, what);
    }

    /// <summary>Binds an expression and checks it against the expected type.</summary>
    public Expr? BindAs(ExprSyntax syntax, ExprType? expected, string what)
    {
        var bound = Bind(syntax, expected);
        if (bound is null || expected is null)
        {
            return bound;
        }

        if (!TypeText.Fit(expected, bound.Type))
        {
            return Report(BehaviourRules.TypeMismatch, syntax, what, TypeText.Of(expected), TypeText.Of(bound.Type));
        }

        return bound.Type.Nullable && !expected.Nullable && !scope.HasUnknownConditions
            ? Report(BehaviourRules.MayBeAbsent, syntax, what)
            : bound;
    }

    /// <summary>Binds a condition, which must not be constant.</summary>
    public Expr? BindCondition(ExprSyntax syntax, string what)
    {
        var bound = BindAs(syntax, ExprType.Boolean, what);
        return bound is not null && ExprFacts.IsConstant(bound) ? Report(BehaviourRules.ConstantValue, syntax, what) : bound;
    }

    /// <summary>A binder for a place that is reached only where a condition holds (or does not).</summary>
    public ExprBinder Assuming(Expr condition, bool holds) => new(context, source, scope.WithPresent(Narrowing.Paths(condition, holds)));

    /// <summary>Whether an error that has been reported makes it unknown which values are present.</summary>
    public bool HasUnknownConditions => scope.HasUnknownConditions;

    public Expr? Report(DiagnosticDescriptor rule, ExprSyntax syntax, params string[] arguments)
    {
        context.Findings.Add(rule, source.SpanOf(syntax.Start, syntax.Length), arguments);
        return null;
    }

    private Expr? Bind(ExprSyntax syntax, ExprType? expected) => syntax switch
    {
        ExprSyntax.Number number => new Expr.Literal(new LiteralValue.Integer(number.Value), ExprType.Integer),
        ExprSyntax.Text text => new Expr.Literal(new LiteralValue.Text(text.Value), ExprType.Text),
        ExprSyntax.Name name => BindName(name, expected),
        ExprSyntax.MemberAccess access => BindMember(access),
        ExprSyntax.Not not => BindCondition(not.Operand, "What is negated") is { } operand ? new Expr.Not(operand) : null,
        ExprSyntax.Negate negate => BindAs(negate.Operand, ExprType.Integer, "What is negated") is { } operand ? OperatorBinder.Negate(operand) : null,
        ExprSyntax.Binary binary => new OperatorBinder(this).Bind(binary, expected),
        ExprSyntax.In isIn => BindIn(isIn),
        ExprSyntax.Call call => new FunctionBinder(this).Bind(call, expected),
        ExprSyntax.Aggregate aggregate => new AggregateBinder(context, source, scope, this).Bind(aggregate),
        _ => null,
    };

    private Expr? BindName(ExprSyntax.Name name, ExprType? expected)
    {
        switch (name.Value)
        {
            case "true" or "false":
                return new Expr.Literal(new LiteralValue.Boolean(name.Value == "true"), ExprType.Boolean);
            case "null":
                return new Expr.Literal(new LiteralValue.Null(), ExprType.Null);
            case "now":
                return new Expr.Now();
            case "input":
                return Report(BehaviourRules.TypeMismatch, name, "A value", "a member, for instance input." + (scope.Input.Members.FirstOrDefault()?.Name ?? "member"), "the whole input");
        }

        if (expected is { Kind: ShapeKind.Enumeration, Shape: { } shapeName })
        {
            return BindEnumValue(name, context.Shapes[shapeName]);
        }

        return Report(BehaviourRules.UnknownName, name, "value", name.Value, Suggestion.For(name.Value, ["input", "now", .. scope.Variables.Keys]));
    }

    private Expr? BindEnumValue(ExprSyntax.Name name, Shape shape) =>
        shape.Values.Any(value => value.WireName == name.Value)
            ? new Expr.Literal(new LiteralValue.Enumerated(shape.Name, name.Value), TypeText.Of(shape, false))
            : Report(BehaviourRules.UnknownStatus, name, name.Value, shape.Name, Suggestion.For(name.Value, shape.Values.Select(value => value.WireName)));

    private Expr? BindMember(ExprSyntax.MemberAccess access)
    {
        if (access.Target is not ExprSyntax.Name target)
        {
            return Report(BehaviourRules.TypeMismatch, access.Target, "What stands before '.'", "input, a row or the partition", "something else");
        }

        var partition = context.Partition!;
        var members = target.Value == "input" ? scope.Input.Members
            : target.Value == partition.Row ? partition.Fields.Select(field => field.Member).Prepend(partition.Key).ToEquatableArray()
            : scope.Variables.TryGetValue(target.Value, out var variable) && !variable.IsList ? variable.Collection.Fields
            : (EquatableArray<Member>?)null;
        if (members is null && scope.HasUnknownNames)
        {
            return null;
        }

        if (members is not { } known)
        {
            var rows = scope.Variables.Where(v => !v.Value.IsList).Select(v => v.Key);
            return Report(BehaviourRules.UnknownName, target, "row", target.Value, Suggestion.For(target.Value, ["input", partition.Row, .. rows]));
        }

        var member = known.FirstOrDefault(m => m.Name == access.Member.Value);
        if (member is null)
        {
            return Report(BehaviourRules.UnknownMember, access.Member, target.Value, access.Member.Value, Suggestion.For(access.Member.Value, known.Select(m => m.Name)));
        }

        var path = target.Value + "." + member.Name;
        var nullable = !member.Required && member.Default is null;
        var type = TypeText.Of(context.Shapes[member.Shape], nullable);
        Expr bound = target.Value == "input" ? new Expr.Input(member, type)
            : target.Value == partition.Row ? new Expr.PartitionValue(member, type)
            : new Expr.Field(target.Value, member, type);
        return nullable && scope.Present.Contains(path) ? new Expr.Narrowed(bound, type with { Nullable = false }) : bound;
    }

    private Expr? BindIn(ExprSyntax.In isIn)
    {
        if (Bind(isIn.Operand, null) is not { } operand)
        {
            return null;
        }

        if (isIn.Values is { } values)
        {
            var bound = values.Select(value => BindAs(value, operand.Type, "Each value after 'in'")).ToArray();
            return bound.Any(value => value is null) ? null
                : ExprFacts.IsConstant(operand) || bound.Contains(operand) ? Report(BehaviourRules.ConstantValue, isIn, "This test")
                : new Expr.In(operand, bound.Select(value => value!).ToEquatableArray());
        }

        var groups = context.Lifecycles.Where(lifecycle => lifecycle.Shape == operand.Type.Shape).SelectMany(lifecycle => lifecycle.Groups).ToArray();
        var group = groups.FirstOrDefault(g => g.Name == isIn.Group!.Value);
        if (group is null && context.HasBrokenLifecycle)
        {
            return null;
        }

        if (group is null)
        {
            return Report(BehaviourRules.UnknownName, isIn.Group!, "group", isIn.Group!.Value, Suggestion.For(isIn.Group.Value, groups.Select(g => g.Name)));
        }

        return new Expr.In(operand, group.Values
            .Select(value => (Expr)new Expr.Literal(new LiteralValue.Enumerated(operand.Type.Shape!, value), operand.Type with { Nullable = false }))
            .ToEquatableArray());
    }
}
