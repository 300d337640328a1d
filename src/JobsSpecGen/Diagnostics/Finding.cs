using System.Linq;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Diagnostics;

/// <summary>An error in a spec: the rule, the span and the arguments of the message. It is compared by value and refers to no file and no compilation.</summary>
internal sealed record Finding(DiagnosticDescriptor Rule, YamlSpan Span, EquatableArray<string> Arguments)
{
    public Diagnostic ToDiagnostic(string path)
    {
        var span = new LinePositionSpan(
            new LinePosition(Span.Start.Line, Span.Start.Column),
            new LinePosition(Span.End.Line, Span.End.Column));
        var arguments = new object[Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = OnOneLine(Arguments[i]);
        }

        return Diagnostic.Create(Rule, Location.Create(path, default, span), arguments);
    }

    /// <summary>Text of the spec for a message: on one line, because builds read messages line by line, and shortened.</summary>
    private static string OnOneLine(string text)
    {
        const int Longest = 300;
        var line = new string(text.Take(Longest).Select(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' ? ' ' : c).ToArray());
        return text.Length > Longest ? line + "…" : line;
    }
}
