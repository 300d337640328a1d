using System.Collections.Generic;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Binding.Expressions;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Http;

/// <summary>Parses a text with placeholders in braces. A literal brace is doubled.</summary>
internal static class TemplateText
{
    /// <summary>The parts with their spans; null after an error in the braces has been reported.</summary>
    public static IReadOnlyList<(TemplatePart Part, YamlSpan Span)>? Read(YamlScalar scalar, FindingList findings)
    {
        var source = new ExprSource(scalar);
        var parts = new List<(TemplatePart, YamlSpan)>();
        var text = scalar.Value;
        var plain = string.Empty;
        var at = 0;
        while (at < text.Length)
        {
            var isDoubled = at + 1 < text.Length && text[at + 1] == text[at];
            if (text[at] is not ('{' or '}') || isDoubled)
            {
                plain += text[at];
                at += text[at] is '{' or '}' ? 2 : 1;
                continue;
            }

            var end = text[at] == '{' ? text.IndexOf('}', at) : -1;
            var name = end < 0 ? string.Empty : text.Substring(at + 1, end - at - 1);
            if (!Names.IsMemberName(name))
            {
                findings.Add(HttpRules.TemplateSyntax, source.SpanOf(at, end < 0 ? 1 : end + 1 - at), "a brace encloses one name; write it twice where the brace itself is meant");
                return null;
            }

            if (plain.Length > 0)
            {
                parts.Add((new TemplatePart(plain, IsPlaceholder: false), scalar.Span));
            }
            else if (parts.Count > 0)
            {
                findings.Add(HttpRules.TemplateSyntax, source.SpanOf(at, end + 1 - at), "nothing stands between this name and the one before it, so that nobody can tell where one ends; put a text between them");
                return null;
            }

            parts.Add((new TemplatePart(name, IsPlaceholder: true), source.SpanOf(at, end + 1 - at)));
            plain = string.Empty;
            at = end + 1;
        }

        if (plain.Length > 0 || parts.Count == 0)
        {
            parts.Add((new TemplatePart(plain, IsPlaceholder: false), scalar.Span));
        }

        return parts;
    }
}
