using YamlDotNet.Core.Events;

namespace JobsSpecGen.Yaml;

/// <summary>Reports node properties that YAML allows and a spec does not: anchors, aliases and tags.</summary>
internal sealed class YamlProperties(YamlText text, YamlFindings findings)
{
    public void Check(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            Report(node, YamlFindingKinds.Reference, "&" + node.Anchor.Value, "an anchor");
        }

        if (!node.Tag.IsEmpty)
        {
            var word = text.WordAt(text.Clamp(node.Start.ToPosition()));
            Report(node, YamlFindingKinds.Tag, word.StartsWith("!", System.StringComparison.Ordinal) ? word : node.Tag.Value);
        }
    }

    public void Check(AnchorAlias alias) => Report(alias, YamlFindingKinds.Reference, "*" + alias.Value.Value, "an alias");

    private void Report(ParsingEvent @event, YamlFindingKind kind, params string[] arguments)
    {
        var start = text.Clamp(@event.Start.ToPosition());
        var length = System.Math.Max(1, text.WordAt(start).Length);
        findings.Add(kind, new YamlSpan(start, start with { Column = start.Column + length }), arguments);
    }
}
