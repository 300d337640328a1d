using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace JobsSpecGen.Expressions;

/// <summary>Splits the text of an expression into tokens.</summary>
internal static class ExprLexer
{
    private static readonly string[] s_symbols =
        ["==", "!=", "<=", ">=", "&&", "||", "??", "<", ">", "!", "+", "-", "*", "(", ")", "[", "]", ",", "."];

    public static bool TryRead(string text, List<ExprToken> tokens, out ExprError? error)
    {
        error = null;
        var at = 0;
        while (error is null && at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var token = text[at] switch
            {
                >= '0' and <= '9' => ReadNumber(text, at, out error),
                '\'' or '"' => ReadText(text, at, out error),
                _ when IsNameStart(text[at]) => ReadName(text, at),
                _ => ReadSymbol(text, at, out error),
            };
            tokens.Add(token);
            at = token.End;
        }

        tokens.Add(new ExprToken(ExprTokenKind.End, "the end", text.Length, 0));
        return error is null;
    }

    private static bool IsNameStart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';

    private static ExprToken ReadName(string text, int start)
    {
        var end = start;
        while (end < text.Length && (IsNameStart(text[end]) || char.IsDigit(text[end])))
        {
            end++;
        }

        return new ExprToken(ExprTokenKind.Name, text.Substring(start, end - start), start, end - start);
    }

    private static ExprToken ReadNumber(string text, int start, out ExprError? error)
    {
        var end = start;
        while (end < text.Length && (IsNameStart(text[end]) || char.IsDigit(text[end])))
        {
            end++;
        }

        var digits = text.Substring(start, end - start);
        error = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? null
            : new ExprError(start, end - start, $"'{digits}' is not a whole number of at most 64 bits");
        return new ExprToken(ExprTokenKind.Number, digits, start, end - start, value);
    }

    private static ExprToken ReadText(string text, int start, out ExprError? error)
    {
        // As in YAML, a quote inside a quoted text is doubled.
        var quote = text[start];
        var value = new StringBuilder();
        var at = start + 1;
        while (at < text.Length)
        {
            if (text[at] != quote)
            {
                value.Append(text[at++]);
            }
            else if (at + 1 < text.Length && text[at + 1] == quote)
            {
                value.Append(quote);
                at += 2;
            }
            else
            {
                error = null;
                return new ExprToken(ExprTokenKind.Text, value.ToString(), start, at + 1 - start);
            }
        }

        error = new ExprError(start, text.Length - start, "this text has no closing quote");
        return new ExprToken(ExprTokenKind.Text, value.ToString(), start, text.Length - start);
    }

    private static ExprToken ReadSymbol(string text, int start, out ExprError? error)
    {
        foreach (var symbol in s_symbols)
        {
            if (string.CompareOrdinal(text, start, symbol, 0, symbol.Length) == 0)
            {
                error = null;
                return new ExprToken(ExprTokenKind.Symbol, symbol, start, symbol.Length);
            }
        }

        var hint = text[start] switch
        {
            '=' => "; compare with '=='",
            '&' => "; write '&&'",
            '|' => "; write '||'",
            '?' or ':' => "; write if(condition, then, else)",
            _ => string.Empty,
        };
        error = new ExprError(start, 1, $"'{text[start]}' has no meaning here{hint}");
        return new ExprToken(ExprTokenKind.Symbol, text.Substring(start, 1), start, 1);
    }
}
