using System.Collections.Generic;

namespace JobsSpecGen.Expressions;

/// <summary>A syntax node of an expression; <see cref="Start"/> and <see cref="Length"/> are offsets into its text.</summary>
internal abstract class ExprSyntax(int start, int length)
{
    public int Start { get; } = start;

    public int Length { get; } = length;

    public int End => Start + Length;

    internal sealed class Number(long value, int start, int length) : ExprSyntax(start, length)
    {
        public long Value { get; } = value;
    }

    internal sealed class Text(string value, int start, int length) : ExprSyntax(start, length)
    {
        public string Value { get; } = value;
    }

    internal sealed class Name(string value, int start, int length) : ExprSyntax(start, length)
    {
        public string Value { get; } = value;
    }

    internal sealed class MemberAccess(ExprSyntax target, Name member) : ExprSyntax(target.Start, member.End - target.Start)
    {
        public ExprSyntax Target { get; } = target;

        public Name Member { get; } = member;
    }

    internal sealed class Not(ExprSyntax operand, int start) : ExprSyntax(start, operand.End - start)
    {
        public ExprSyntax Operand { get; } = operand;
    }

    internal sealed class Negate(ExprSyntax operand, int start) : ExprSyntax(start, operand.End - start)
    {
        public ExprSyntax Operand { get; } = operand;
    }

    internal sealed class Binary(string op, ExprSyntax left, ExprSyntax right) : ExprSyntax(left.Start, right.End - left.Start)
    {
        public string Operator { get; } = op;

        public ExprSyntax Left { get; } = left;

        public ExprSyntax Right { get; } = right;
    }

    /// <summary><c>operand in [a, b]</c> (then the values are set) or <c>operand in group</c>.</summary>
    internal sealed class In(ExprSyntax operand, IReadOnlyList<ExprSyntax>? values, Name? group, int end) : ExprSyntax(operand.Start, end - operand.Start)
    {
        public ExprSyntax Operand { get; } = operand;

        public IReadOnlyList<ExprSyntax>? Values { get; } = values;

        public Name? Group { get; } = group;
    }

    internal sealed class Call(Name function, IReadOnlyList<ExprSyntax> arguments, int end) : ExprSyntax(function.Start, end - function.Start)
    {
        public Name Function { get; } = function;

        public IReadOnlyList<ExprSyntax> Arguments { get; } = arguments;
    }

    /// <summary><c>any(v in collection where c)</c>, or with a selector <c>max(s for v in collection where c)</c>.</summary>
    internal sealed class Aggregate(Name function, ExprSyntax? selector, Name variable, Name collection, ExprSyntax? where, int end)
        : ExprSyntax(function.Start, end - function.Start)
    {
        public Name Function { get; } = function;

        public ExprSyntax? Selector { get; } = selector;

        public Name Variable { get; } = variable;

        public Name Collection { get; } = collection;

        public ExprSyntax? Where { get; } = where;
    }
}

/// <summary>A syntax error in an expression, with its offsets.</summary>
internal sealed class ExprError(int start, int length, string message)
{
    public int Start { get; } = start;

    public int Length { get; } = length;

    public string Message { get; } = message;
}
