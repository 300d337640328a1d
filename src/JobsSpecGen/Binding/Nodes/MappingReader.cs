using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Nodes;

/// <summary>Reads a mapping key by key, and finally reports the unknown keys.</summary>
internal sealed class MappingReader
{
    private readonly YamlMapping _node;
    private readonly string _what;
    private readonly FindingList _findings;
    private readonly HashSet<string> _known = [];

    private MappingReader(YamlMapping node, string what, FindingList findings)
    {
        _node = node;
        _what = what;
        _findings = findings;
    }

    public YamlMapping Node => _node;

    /// <summary>The span for findings about the mapping as a whole: its first key, because the whole may be long.</summary>
    public YamlSpan Head => _node.Entries.Count > 0 ? _node.Entries[0].Key.Span : _node.Span;

    /// <summary>Reads a node as a mapping; if it is something else, reports that and returns null.</summary>
    public static MappingReader? Of(YamlNode? node, string what, FindingList findings)
    {
        if (node is YamlMapping mapping)
        {
            return new MappingReader(mapping, what, findings);
        }

        if (node is not null)
        {
            findings.Add(ShapeRules.WrongNode, node.Span, what, "a mapping (key: value)");
        }

        return null;
    }

    public YamlNode? Optional(string key)
    {
        _known.Add(key);
        return _node.Entries.FirstOrDefault(entry => entry.Key.Value == key)?.Value;
    }

    public YamlNode? Required(string key)
    {
        var value = Optional(key);
        if (value is null)
        {
            _findings.Add(ShapeRules.MissingKey, Head, _what, key);
        }

        return value;
    }

    /// <summary>The scalar of an optional key.</summary>
    public YamlScalar? OptionalScalar(string key) => AsScalar(Optional(key), key);

    /// <summary>The scalar of a required key.</summary>
    public YamlScalar? RequiredScalar(string key) => AsScalar(Required(key), key);

    /// <summary>The text of an optional key, or a fallback.</summary>
    public string Text(string key, string fallback = "") => OptionalScalar(key)?.Value ?? fallback;

    /// <summary>The text of a required key; empty if the key is missing, which is reported.</summary>
    public string RequiredText(string key) => RequiredScalar(key)?.Value ?? string.Empty;

    public bool Flag(string key)
    {
        var scalar = OptionalScalar(key);
        if (scalar is not null && scalar.Value is not ("true" or "false"))
        {
            _findings.Add(ShapeRules.InvalidValue, scalar.Span, $"'{key}'", scalar.Value, " It may be: false, true.");
        }

        return scalar?.Value == "true";
    }

    public int? Number(string key, int minimum, int maximum)
    {
        var scalar = OptionalScalar(key);
        if (scalar is null)
        {
            return null;
        }

        if (int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum)
        {
            return value;
        }

        _findings.Add(ShapeRules.InvalidValue, scalar.Span, $"'{key}'", scalar.Value, $" It must be a whole number, {minimum} to {maximum}.");
        return null;
    }

    /// <summary>One of a list of words; the first of them if the key is missing or wrong.</summary>
    public string Choice(string key, params string[] allowed)
    {
        var scalar = OptionalScalar(key);
        if (scalar is null || allowed.Contains(scalar.Value))
        {
            return scalar?.Value ?? allowed[0];
        }

        _findings.Add(ShapeRules.InvalidValue, scalar.Span, $"'{key}'", scalar.Value, Suggestion.For(scalar.Value, allowed));
        return allowed[0];
    }

    /// <summary>The scalars of an optional key that holds a list or a single scalar.</summary>
    public IReadOnlyList<YamlScalar> Scalars(string key) => NodeReading.Scalars(Optional(key), $"'{key}'", _findings);

    /// <summary>The entries of an optional key that holds a mapping.</summary>
    public IReadOnlyList<YamlEntry> Entries(string key) =>
        Of(Optional(key), $"'{key}'", _findings)?.Node.Entries ?? [];

    /// <summary>Reports every key that has not been read.</summary>
    public void RejectOthers()
    {
        foreach (var entry in _node.Entries)
        {
            if (!_known.Contains(entry.Key.Value))
            {
                _findings.Add(ShapeRules.UnknownKey, entry.Key.Span, _what, entry.Key.Value, Suggestion.For(entry.Key.Value, _known));
            }
        }
    }

    private YamlScalar? AsScalar(YamlNode? node, string key) => NodeReading.Scalar(node, $"'{key}'", _findings);
}
