using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace JobsSpecGen.Yaml;

/// <summary>Builds the nodes of one document from the parser's events.</summary>
internal sealed class YamlTreeReader(IParser parser, YamlText text, YamlTabs tabs, YamlFindings findings, CancellationToken cancellationToken)
{
    private readonly YamlProperties _properties = new(text, findings);
    private int _nodes;

    public YamlNode? ReadDocument()
    {
        Advance();
        if (Advance() is not DocumentStart)
        {
            findings.Add(YamlFindingKinds.Empty, default);
            return null;
        }

        Advance();
        var root = ReadNode(1);
        if (root is YamlScalar { IsNull: true })
        {
            findings.Add(YamlFindingKinds.Empty, default);
        }

        Advance();
        if (parser.Current is DocumentStart second)
        {
            var start = text.Clamp(second.Start.ToPosition());
            findings.Add(YamlFindingKinds.SecondDocument, new YamlSpan(start, text.EndOf(start.Line)));
            tabs.PassUntil(start.Line);
            throw new YamlReadStoppedException();
        }

        return root;
    }

    /// <summary>Reads the node that starts at the current event, and moves to the event after it.</summary>
    private YamlNode ReadNode(int depth)
    {
        var @event = parser.Current!;
        CountNode(@event);
        var start = @event.Start.ToPosition();
        if (@event is NodeEvent node)
        {
            _properties.Check(node);
        }

        switch (@event)
        {
            case Scalar scalar:
                tabs.PassScalar(start.Line, YamlScalarPlaces.LastLineOf(scalar));
                Advance();
                return YamlScalarPlaces.ToNode(scalar, text);
            case SequenceStart sequence:
                CheckDepth(depth, start);
                return ReadSequence(start, sequence.Style == SequenceStyle.Flow, depth);
            case MappingStart mapping:
                CheckDepth(depth, start);
                return ReadMapping(start, mapping.Style == MappingStyle.Flow, depth);
            default:
                _properties.Check((AnchorAlias)@event);
                Advance();
                return new YamlScalar(string.Empty, YamlScalarStyle.Plain, new YamlSpan(start, @event.End.ToPosition()), start);
        }
    }

    private YamlSequence ReadSequence(YamlPosition start, bool flow, int depth)
    {
        var items = new List<YamlNode>();
        Advance();
        while (parser.Current is not SequenceEnd)
        {
            items.Add(ReadNode(depth + 1));
        }

        // In block style the parser reports the start of the following node as the end.
        var end = flow || items.Count == 0 ? FlowEnd(parser.Current) : items[items.Count - 1].Span.End;
        Advance();
        return new YamlSequence(items, new YamlSpan(start, end));
    }

    private YamlMapping ReadMapping(YamlPosition start, bool flow, int depth)
    {
        var entries = new List<YamlEntry>();
        var lines = new Dictionary<string, int>();
        var end = start;
        Advance();
        while (parser.Current is not MappingEnd)
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            end = value.Span.End;
            if (AsKey(key) is not { } name)
            {
                continue;
            }

            if (lines.TryGetValue(name.Value, out var first))
            {
                findings.Add(YamlFindingKinds.DuplicateKey, name.Span, name.Value, (first + 1).ToString(CultureInfo.InvariantCulture));
                continue;
            }

            lines.Add(name.Value, name.Span.Start.Line);
            entries.Add(new YamlEntry(name, value));
        }

        end = flow ? FlowEnd(parser.Current) : end;
        Advance();
        return new YamlMapping(entries, new YamlSpan(start, end));
    }

    /// <summary>The position after the closing bracket or brace; the parser's mark is before it.</summary>
    private YamlPosition FlowEnd(ParsingEvent end)
    {
        var position = text.Clamp(end.End.ToPosition());
        return text.CharacterAt(position) is ']' or '}' && position == end.Start.ToPosition()
            ? position with { Column = position.Column + 1 }
            : position;
    }

    private YamlScalar? AsKey(YamlNode key)
    {
        switch (key)
        {
            case YamlScalar { Style: YamlScalarStyle.Plain, Value: "<<" } merge:
                findings.Add(YamlFindingKinds.Reference, merge.Span, "<<", "a merge key");
                return null;
            case YamlScalar { Style: YamlScalarStyle.Plain, Value: "" }:
                // The alias has already been reported.
                if (key.Span.Start == key.Span.End)
                {
                    findings.Add(YamlFindingKinds.KeyNotScalar, key.Span, "empty");
                }

                return null;
            case YamlScalar scalar:
                return scalar;
            default:
                findings.Add(YamlFindingKinds.KeyNotScalar, key.Span, key is YamlSequence ? "a list" : "a mapping");
                return null;
        }
    }

    private void CheckDepth(int depth, YamlPosition start)
    {
        if (depth > YamlBudget.MaxDepth)
        {
            GiveUp(YamlFindingKinds.TooDeep, start, YamlBudget.MaxDepth);
        }
    }

    private void CountNode(ParsingEvent @event)
    {
        if (++_nodes > YamlBudget.MaxNodes)
        {
            GiveUp(YamlFindingKinds.TooManyNodes, @event.Start.ToPosition(), YamlBudget.MaxNodes);
        }
    }

    private void GiveUp(YamlFindingKind kind, YamlPosition start, int limit)
    {
        start = text.Clamp(start);
        findings.Add(kind, new YamlSpan(start, text.Clamp(start with { Column = start.Column + 1 })), limit.ToString("N0", CultureInfo.InvariantCulture));
        throw new YamlReadStoppedException();
    }

    private ParsingEvent? Advance()
    {
        cancellationToken.ThrowIfCancellationRequested();
        parser.MoveNext();
        return parser.Current;
    }
}
