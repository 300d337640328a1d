using System;

namespace JobsSpecGen.Yaml;

/// <summary>Explains how to fix a syntax error. The parser's own message names the grammar rule, not the mistake.</summary>
internal static class YamlSyntaxMessage
{
    private static readonly (string Sign, string Advice)[] s_advice =
    [
        ("found invalid mapping", "a ':' makes a mapping where none can be; put quotes around a text that contains ': ', or give the line above its ':'"),
        ("quoted scalar, found unexpected", "the quote that opens here is never closed"),
        ("cannot start any token", "a text that starts with this character needs quotes around it"),
        ("did not find expected key", "this line is not indented as the lines that it belongs to"),
        ("did not find expected '-'", "this line is not indented as the list above, or its '-' is missing"),
        ("did not find expected ','", "a comma is missing here, or a bracket or brace is not closed"),
        ("did not find expected node content", "a value is missing here, or a bracket or brace closes that was never opened"),
        ("unknown escape character", "a backslash in double quotes starts an escape that YAML does not know; use single quotes"),
        ("could not find expected ':'", "the ':' behind the key is missing"),
    ];

    public static string For(string parserMessage)
    {
        foreach (var (sign, advice) in s_advice)
        {
            if (parserMessage.IndexOf(sign, StringComparison.Ordinal) >= 0)
            {
                return advice;
            }
        }

        var message = parserMessage.Trim().TrimEnd('.');
        return message.Length > 1 && !char.IsUpper(message[1]) ? char.ToLowerInvariant(message[0]) + message.Substring(1) : message;
    }
}
