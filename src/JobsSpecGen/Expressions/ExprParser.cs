using System.Collections.Generic;

namespace JobsSpecGen.Expressions;

/// <summary>
/// Parses the expressions of the spec language by precedence climbing. It resolves no names and no types; the binder does.
/// It stops at the first error, so that one mistake gives one finding.
/// </summary>
internal sealed class ExprParser
{
    /// <summary>The maximum nesting depth, so that no later stage can overflow the stack.</summary>
    public const int MaxDepth = 64;

    /// <summary>The maximum length; a chain of operators nests as deeply in the tree as it is long.</summary>
    public const int MaxTokens = 512;

    private static readonly Dictionary<string, int> s_precedence = new()
    {
        ["??"] = 1, ["||"] = 2, ["&&"] = 3,
        ["=="] = 4, ["!="] = 4, ["<"] = 4, ["<="] = 4, [">"] = 4, [">="] = 4, ["in"] = 4,
        ["+"] = 5, ["-"] = 5, ["*"] = 6,
    };

    private const int ComparisonPrecedence = 4;
    private const int UnaryPrecedence = 7;

    private readonly List<ExprToken> _tokens;
    private int _at;
    private int _depth;
    private ExprError? _error;

    private ExprParser(List<ExprToken> tokens) => _tokens = tokens;

    private ExprToken Current => _tokens[_at];

    /// <summary>Parses a text; returns null and an error if it is no valid expression.</summary>
    public static ExprSyntax? Parse(string text, out ExprError? error)
    {
        var tokens = new List<ExprToken>();
        if (!ExprLexer.TryRead(text, tokens, out error))
        {
            return null;
        }

        if (tokens.Count > MaxTokens)
        {
            error = new ExprError(0, text.Length, $"it is too long ({MaxTokens} words and signs at most); split it into several steps");
            return null;
        }

        var parser = new ExprParser(tokens);
        var expression = parser.ParseBinary(1);
        if (parser._error is null && parser.Current.Kind != ExprTokenKind.End)
        {
            parser.Fail($"'{parser.Current.Text}' is not expected here");
        }

        error = parser._error;
        return error is null ? expression : null;
    }

    private ExprSyntax ParseBinary(int lowest)
    {
        if (++_depth > MaxDepth)
        {
            Fail($"it nests deeper than {MaxDepth}; split it into several steps");
        }

        var left = ParseUnary();
        while (_error is null && s_precedence.TryGetValue(OperatorText(Current), out var precedence) && precedence >= lowest)
        {
            var op = Take().Text;
            left = op == "in" ? ParseIn(left) : new ExprSyntax.Binary(op, left, ParseBinary(precedence + 1));
            if (precedence == ComparisonPrecedence && s_precedence.TryGetValue(OperatorText(Current), out var next) && next == ComparisonPrecedence)
            {
                Fail("comparisons cannot be chained; join two with '&&'");
            }
        }

        _depth--;
        return left;
    }

    private static string OperatorText(ExprToken token) => token.Kind is ExprTokenKind.Symbol || token.Is("in") ? token.Text : string.Empty;

    private ExprSyntax ParseUnary()
    {
        var start = Current.Start;
        if (TryTake("!"))
        {
            return new ExprSyntax.Not(ParseBinary(UnaryPrecedence), start);
        }

        // `not` binds weaker than a comparison: `not a == b` means `not (a == b)`.
        if (TryTake("not"))
        {
            return new ExprSyntax.Not(ParseBinary(ComparisonPrecedence), start);
        }

        return TryTake("-") ? new ExprSyntax.Negate(ParseBinary(UnaryPrecedence), start) : ParsePostfix(ParsePrimary());
    }

    private ExprSyntax ParsePostfix(ExprSyntax target)
    {
        while (_error is null && TryTake("."))
        {
            target = new ExprSyntax.MemberAccess(target, TakeName("a member name after '.'"));
        }

        return target;
    }

    private ExprSyntax ParsePrimary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case ExprTokenKind.Number:
                _at++;
                return new ExprSyntax.Number(token.Number, token.Start, token.Length);
            case ExprTokenKind.Text:
                _at++;
                return new ExprSyntax.Text(token.Text, token.Start, token.Length);
            case ExprTokenKind.Name:
                var name = TakeName(string.Empty);
                return TryTake("(") ? ParseCall(name) : name;
            case ExprTokenKind.Symbol when TryTake("("):
                var inner = ParseBinary(1);
                Expect(")");
                return inner;
            default:
                Fail(token.Kind == ExprTokenKind.End ? "the expression is not complete" : $"'{token.Text}' is not expected here");
                return new ExprSyntax.Name(string.Empty, token.Start, token.Length);
        }
    }

    private ExprSyntax ParseIn(ExprSyntax operand)
    {
        if (!TryTake("["))
        {
            var group = TakeName("a list in brackets or a group of the lifecycle after 'in'");
            return new ExprSyntax.In(operand, null, group, group.End);
        }

        var values = ParseArguments("]");
        return new ExprSyntax.In(operand, values, null, _tokens[_at - 1].End);
    }

    private ExprSyntax ParseCall(ExprSyntax.Name function)
    {
        // any(v in collection …) and count(v in collection …)
        if (Current.Kind == ExprTokenKind.Name && _tokens[_at + 1].Is("in") && _tokens[_at + 2].Kind == ExprTokenKind.Name)
        {
            return ParseAggregate(function, null);
        }

        if (TryTake(")"))
        {
            return new ExprSyntax.Call(function, [], _tokens[_at - 1].End);
        }

        var first = ParseBinary(1);
        if (TryTake("for"))
        {
            return ParseAggregate(function, first);
        }

        var arguments = new List<ExprSyntax> { first };
        if (TryTake(","))
        {
            arguments.AddRange(ParseArguments(")"));
        }
        else
        {
            Expect(")");
        }

        return new ExprSyntax.Call(function, arguments, _tokens[_at - 1].End);
    }

    private ExprSyntax ParseAggregate(ExprSyntax.Name function, ExprSyntax? selector)
    {
        var variable = TakeName("a name for the row");
        Expect("in");
        var collection = TakeName("the name of a collection");
        var where = TryTake("where") ? ParseBinary(1) : null;
        Expect(")");
        return new ExprSyntax.Aggregate(function, selector, variable, collection, where, _tokens[_at - 1].End);
    }

    private List<ExprSyntax> ParseArguments(string close)
    {
        var arguments = new List<ExprSyntax>();
        do
        {
            arguments.Add(ParseBinary(1));
        }
        while (_error is null && TryTake(","));
        Expect(close);
        return arguments;
    }

    private ExprToken Take() => _tokens[_at++];

    private bool TryTake(string text)
    {
        if (!Current.Is(text))
        {
            return false;
        }

        _at++;
        return true;
    }

    private ExprSyntax.Name TakeName(string expected)
    {
        var token = Current;
        if (token.Kind != ExprTokenKind.Name)
        {
            Fail($"expected {expected}, found '{token.Text}'");
            return new ExprSyntax.Name(string.Empty, token.Start, token.Length);
        }

        _at++;
        return new ExprSyntax.Name(token.Text, token.Start, token.Length);
    }

    private void Expect(string text)
    {
        if (!TryTake(text))
        {
            Fail($"expected '{text}', found '{Current.Text}'");
        }
    }

    /// <summary>Records the first error and moves to the end, so that every loop ends.</summary>
    private void Fail(string message)
    {
        _error ??= new ExprError(Current.Start, Current.Length, message);
        _at = _tokens.Count - 1;
    }
}
