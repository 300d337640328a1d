using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Yaml;

/// <summary>Collects findings while a text is read.</summary>
internal sealed class YamlFindings
{
    private readonly List<YamlFinding> _items = [];

    /// <summary>Whether it is unclear what the text says, so that nobody should look at its nodes.</summary>
    public bool Unclear { get; private set; }

    public void Add(YamlFindingKind kind, YamlSpan span, params string[] arguments)
    {
        _items.Add(new YamlFinding(kind.Id, span, arguments.ToEquatableArray()));
        Unclear |= kind != YamlFindingKinds.DuplicateKey;
    }

    /// <param name="root">The nodes; null where there are none.</param>
    /// <param name="isGuess">Whether the nodes are what the text probably says, although it does not.</param>
    public YamlReadResult ToResult(YamlNode? root, bool isGuess = false) =>
        new(Unclear && !isGuess ? null : root, isGuess, _items.OrderBy(finding => finding.Span.Start).ToArray());
}
