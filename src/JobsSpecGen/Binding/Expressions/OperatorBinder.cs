using System.Numerics;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Expressions;
using JobsSpecGen.Model;

namespace JobsSpecGen.Binding.Expressions;

/// <summary>Binds binary operators.</summary>
internal sealed class OperatorBinder(ExprBinder binder)
{
    public Expr? Bind(ExprSyntax.Binary binary, ExprType? expected) => binary.Operator switch
    {
        "&&" => Both(binary, BinaryOperator.And, ExprType.Boolean, ExprType.Boolean),
        "||" => Both(binary, BinaryOperator.Or, ExprType.Boolean, ExprType.Boolean),
        "+" => Arithmetic(binary, BinaryOperator.Add),
        "-" => Arithmetic(binary, BinaryOperator.Subtract),
        "*" => Arithmetic(binary, BinaryOperator.Multiply),
        "<" => Both(binary, BinaryOperator.Less, ExprType.Integer, ExprType.Boolean),
        "<=" => Both(binary, BinaryOperator.LessOrEqual, ExprType.Integer, ExprType.Boolean),
        ">" => Both(binary, BinaryOperator.Greater, ExprType.Integer, ExprType.Boolean),
        ">=" => Both(binary, BinaryOperator.GreaterOrEqual, ExprType.Integer, ExprType.Boolean),
        "==" => Equality(binary, BinaryOperator.Equal),
        "!=" => Equality(binary, BinaryOperator.NotEqual),
        _ => Coalesce(binary, expected),
    };

    private Expr? Both(ExprSyntax.Binary binary, BinaryOperator op, ExprType operand, ExprType result)
    {
        var what = $"Each side of '{binary.Operator}'";
        var isLogical = op is BinaryOperator.And or BinaryOperator.Or;
        var left = isLogical ? binder.BindCondition(binary.Left, what) : binder.BindAs(binary.Left, operand, what);
        // What the left side proves about absent values holds where the right side is evaluated.
        var rightBinder = left is null || !isLogical ? binder : binder.Assuming(left, op == BinaryOperator.And);
        var right = isLogical ? rightBinder.BindCondition(binary.Right, what) : rightBinder.BindAs(binary.Right, operand, what);
        return left is null || right is null ? null
            : result == ExprType.Boolean && !isLogical && IsSettled(left, right) ? binder.Report(BehaviourRules.ConstantValue, binary, "This comparison")
            : new Expr.Binary(op, left, right, result);
    }

    /// <summary>The operand of a sign, with the sign.</summary>
    public static Expr Negate(Expr operand) => operand is Expr.Literal { Value: LiteralValue.Integer { Value: var value } } literal
        ? literal with { Value = new LiteralValue.Integer(-value) }
        : new Expr.Binary(BinaryOperator.Subtract, new Expr.Literal(new LiteralValue.Integer(0), ExprType.Integer), operand, ExprType.Integer);

    private static bool IsSettled(Expr left, Expr right) => left.Equals(right) || (ExprFacts.IsConstant(left) && ExprFacts.IsConstant(right));

    /// <summary>Integers stay integers; a timestamp plus or minus an integer is a timestamp.</summary>
    private Expr? Arithmetic(ExprSyntax.Binary binary, BinaryOperator op)
    {
        if (Both(binary, op, ExprType.Integer, ExprType.Integer) is not Expr.Binary bound)
        {
            return null;
        }

        if (bound is { Left: Expr.Literal { Value: LiteralValue.Integer a }, Right: Expr.Literal { Value: LiteralValue.Integer b } })
        {
            return Calculate(binary, op, a.Value, b.Value);
        }

        var isTime = bound.Left.Type.Kind == ShapeKind.Timestamp ^ bound.Right.Type.Kind == ShapeKind.Timestamp;
        return isTime ? bound with { Type = ExprType.Timestamp } : bound;
    }

    /// <summary>Folds constants. The compiler would do the same, and would report an overflow of 64 bits in the emitted code.</summary>
    private Expr? Calculate(ExprSyntax.Binary binary, BinaryOperator op, long left, long right)
    {
        var value = op switch
        {
            BinaryOperator.Add => new BigInteger(left) + right,
            BinaryOperator.Subtract => new BigInteger(left) - right,
            _ => new BigInteger(left) * right,
        };
        return value < long.MinValue || value > long.MaxValue
            ? binder.Report(BehaviourRules.ExpressionSyntax, binary, "its value has more than 64 bits")
            : new Expr.Literal(new LiteralValue.Integer((long)value), ExprType.Integer);
    }

    private Expr? Equality(ExprSyntax.Binary binary, BinaryOperator op)
    {
        // The type of a bare enum value comes from the other operand, whichever side that is.
        var nameFirst = binary.Left is ExprSyntax.Name && binary.Right is not ExprSyntax.Name;
        var known = binder.BindAs(nameFirst ? binary.Right : binary.Left, null, string.Empty);
        if (known is null)
        {
            return null;
        }

        var otherSyntax = nameFirst ? binary.Left : binary.Right;
        var other = binder.BindAs(otherSyntax, known.Type with { Nullable = true }, $"The other side of '{binary.Operator}'");
        if (other is not null && (IsNull(known) && !other.Type.Nullable || IsNull(other) && !known.Type.Nullable))
        {
            return binder.Report(BehaviourRules.TypeMismatch, binary, "What is compared with null", "a value that may be absent", "always there");
        }

        return other is null ? null
            : IsSettled(known, other) ? binder.Report(BehaviourRules.ConstantValue, binary, "This comparison")
            : nameFirst ? new Expr.Binary(op, other, known, ExprType.Boolean)
            : new Expr.Binary(op, known, other, ExprType.Boolean);
    }

    private static bool IsNull(Expr expression) => expression is Expr.Literal { Value: LiteralValue.Null };

    private Expr? Coalesce(ExprSyntax.Binary binary, ExprType? expected)
    {
        var left = binder.BindAs(binary.Left, null, string.Empty);
        if (left is null)
        {
            return null;
        }

        if (!left.Type.Nullable)
        {
            return binder.Report(BehaviourRules.TypeMismatch, binary.Left, "What stands before '??'", "a value that may be absent", "always there");
        }

        var right = binder.BindAs(binary.Right, left.Type with { Nullable = expected?.Nullable ?? true }, "What stands after '??'");
        return right is null ? null : new Expr.Binary(BinaryOperator.Coalesce, left, right, left.Type with { Nullable = right.Type.Nullable });
    }
}
