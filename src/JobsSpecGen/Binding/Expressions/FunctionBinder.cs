using System.Globalization;
using System.Linq;
using JobsSpecGen.Binding.Shapes;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Expressions;
using JobsSpecGen.Model;

namespace JobsSpecGen.Binding.Expressions;

/// <summary>Binds function calls; the list of functions is fixed.</summary>
internal sealed class FunctionBinder(ExprBinder binder)
{
    private static readonly string[] s_names = ["isEmpty", "length", "size", "if", "min", "max", "any", "count", "sum"];

    public Expr? Bind(ExprSyntax.Call call, ExprType? expected)
    {
        switch (call.Function.Value)
        {
            case "isEmpty":
                return OfOne(call, Function.IsEmpty, ExprType.Boolean, ShapeKind.Text, ShapeKind.List, ShapeKind.Map);
            case "length":
                return OfOne(call, Function.Length, ExprType.Integer, ShapeKind.Text);
            case "size":
                return OfOne(call, Function.Size, ExprType.Integer, ShapeKind.List, ShapeKind.Map);
            case "min" or "max" when HasArguments(call, 2):
                var numbers = call.Arguments.Select(argument => binder.BindAs(argument, ExprType.Integer, $"Each argument of '{call.Function.Value}'")).ToArray();
                var function = call.Function.Value == "min" ? Function.Min : Function.Max;
                return numbers.Any(n => n is null) ? null : new Expr.Call(function, numbers.Select(n => n!).ToEquatableArray(), numbers[0]!.Type);
            case "if" when HasArguments(call, 3):
                return BindIf(call, expected);
            case "if" or "min" or "max":
                return null;
            case "any" or "count" or "sum":
                return binder.Report(BehaviourRules.ExpressionSyntax, call, $"'{call.Function.Value}' needs rows to look at: write {call.Function.Value}(row in collection where …)");
            default:
                return binder.Report(BehaviourRules.UnknownName, call.Function, "function", call.Function.Value, Suggestion.For(call.Function.Value, s_names));
        }
    }

    private Expr? OfOne(ExprSyntax.Call call, Function function, ExprType result, params ShapeKind[] kinds)
    {
        if (!HasArguments(call, 1) || binder.BindAs(call.Arguments[0], null, string.Empty) is not { } argument)
        {
            return null;
        }

        var what = $"The argument of '{call.Function.Value}'";
        if (argument.Type.Kind is not { } kind || !kinds.Contains(kind))
        {
            return binder.Report(BehaviourRules.TypeMismatch, call.Arguments[0], what, string.Join(" or ", kinds.Select(ShapeKinds.Describe)), TypeText.Of(argument.Type));
        }

        // An absent map, list or text counts as empty; but it has no length.
        return argument.Type.Nullable && function != Function.IsEmpty && !binder.HasUnknownConditions
            ? binder.Report(BehaviourRules.MayBeAbsent, call.Arguments[0], what)
            : new Expr.Call(function, new[] { argument }.ToEquatableArray(), result);
    }

    private Expr? BindIf(ExprSyntax.Call call, ExprType? expected)
    {
        var condition = binder.BindCondition(call.Arguments[0], "The condition of 'if'");
        var then = binder.BindAs(call.Arguments[1], expected, "The second argument of 'if'");
        if (condition is null || then is null)
        {
            return null;
        }

        var otherwise = binder.BindAs(call.Arguments[2], then.Type with { Nullable = true }, "The third argument of 'if'");
        if (otherwise is not null && then.Equals(otherwise))
        {
            return binder.Report(BehaviourRules.ConstantValue, call, "This 'if'");
        }

        var type = then.Type.Kind is null ? otherwise?.Type : then.Type;
        return otherwise is null
            ? null
            : new Expr.Call(Function.If, new[] { condition, then, otherwise }.ToEquatableArray(), type! with { Nullable = then.Type.Nullable || otherwise.Type.Nullable });
    }

    private bool HasArguments(ExprSyntax.Call call, int count)
    {
        if (call.Arguments.Count == count)
        {
            return true;
        }

        var wanted = count.ToString(CultureInfo.InvariantCulture);
        var found = call.Arguments.Count.ToString(CultureInfo.InvariantCulture);
        binder.Report(BehaviourRules.ExpressionSyntax, call, $"'{call.Function.Value}' takes {wanted} argument(s), not {found}");
        return false;
    }
}
