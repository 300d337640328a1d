using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;
using Microsoft.CodeAnalysis;

namespace JobsSpecGen.Diagnostics;

/// <summary>Collects the findings of the binding of a spec.</summary>
internal sealed class FindingList
{
    private readonly List<Finding> _items = [];

    public int Count => _items.Count;

    public void Add(DiagnosticDescriptor rule, YamlSpan span, params string[] arguments) =>
        _items.Add(new Finding(rule, span, arguments.ToEquatableArray()));

    /// <summary>The findings in the order of the text, without duplicates: a block that is used twice reports its errors once.</summary>
    public EquatableArray<Finding> ToArray() =>
        _items.Distinct()
            .OrderBy(finding => finding.Span.Start.Line)
            .ThenBy(finding => finding.Span.Start.Column)
            .ThenBy(finding => finding.Rule.Id, System.StringComparer.Ordinal)
            .ToEquatableArray();
}
