using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Shapes;

/// <summary>
/// Parses patterns of the form <c>[class]*</c> and <c>[class]+</c>, which most patterns have, so that they can be checked by
/// code point. For any other pattern <see cref="Regex"/> is used, if it accepts the pattern.
/// </summary>
internal static class PatternParser
{
    public static PatternModel? Parse(YamlScalar? scalar, FindingList findings)
    {
        if (scalar is null)
        {
            return null;
        }

        if (TryParseClass(scalar.Value) is { } model)
        {
            return model;
        }

        try
        {
            // First the pattern alone, so that it cannot close the group around it; then as it will be used: the whole text must match.
            _ = new Regex(scalar.Value, RegexOptions.CultureInvariant);
            _ = new Regex(@"\A(?:" + scalar.Value + @")\z", RegexOptions.CultureInvariant);
            return new PatternModel(scalar.Value, null, false);
        }
        catch (ArgumentException e)
        {
            findings.Add(ConstraintRules.InvalidPattern, scalar.Span, e.Message);
            return null;
        }
    }

    private static PatternModel? TryParseClass(string text)
    {
        if (text.Length < 4 || text[0] != '[' || text[text.Length - 2] != ']' || text[text.Length - 1] is not ('*' or '+'))
        {
            return null;
        }

        var at = 1;
        var end = text.Length - 2;
        var negated = text[at] == '^';
        at += negated ? 1 : 0;
        var ranges = new List<CodePointRange>();
        var excludesOther = false;
        while (at < end)
        {
            if (string.CompareOrdinal(text, at, @"\p{C}", 0, 5) == 0)
            {
                excludesOther = true;
                at += 5;
            }
            else if (ReadCharacter(text, ref at, end) is { } first)
            {
                var last = first;
                if (at + 1 < end && text[at] == '-')
                {
                    at++;
                    if (ReadCharacter(text, ref at, end) is not { } upper || upper < first)
                    {
                        return null;
                    }

                    last = upper;
                }

                ranges.Add(new CodePointRange(first, last));
            }
            else
            {
                return null;
            }
        }

        var isEmptyClass = ranges.Count == 0 && !excludesOther;
        return isEmptyClass
            ? null
            : new PatternModel(text, new CodePointClass(negated, ranges.ToEquatableArray(), excludesOther), text[text.Length - 1] == '*');
    }

    /// <summary>One character of a class, escaped or not; null if this parser does not support it.</summary>
    private static int? ReadCharacter(string text, ref int at, int end)
    {
        var c = text[at];
        if (c is '[' or ']' or '^' || char.IsSurrogate(c))
        {
            return null;
        }

        if (c != '\\')
        {
            at++;
            return c;
        }

        if (at + 1 >= end || char.IsLetterOrDigit(text[at + 1]))
        {
            return null;
        }

        at += 2;
        return text[at - 1];
    }
}
