using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Yaml;

/// <summary>Collects the findings of one text.</summary>
internal sealed class YamlFindings
{
    private readonly List<YamlFinding> _items = [];

    /// <summary>Whether a finding makes the nodes unusable.</summary>
    public bool Unclear { get; private set; }

    public void Add(YamlFindingKind kind, YamlSpan span, params string[] arguments)
    {
        _items.Add(new YamlFinding(kind.Id, span, arguments.ToEquatableArray()));
        Unclear |= kind != YamlFindingKinds.DuplicateKey;
    }

    /// <param name="root">The root node; null if there is none.</param>
    /// <param name="isRecovered">Whether the nodes come from error recovery.</param>
    public YamlReadResult ToResult(YamlNode? root, bool isRecovered = false) =>
        new(Unclear && !isRecovered ? null : root, isRecovered, _items.OrderBy(finding => finding.Span.Start).ToArray());
}
