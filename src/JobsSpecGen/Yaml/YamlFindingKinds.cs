using System.Collections.Generic;

namespace JobsSpecGen.Yaml;

/// <summary>All kinds of findings of the reader.</summary>
internal static class YamlFindingKinds
{
    /// <summary>Argument: the explanation.</summary>
    public static readonly YamlFindingKind Syntax = new(
        "JSG0001", "The YAML cannot be read", "The YAML cannot be read here: {0}");

    /// <summary>Arguments: the key, and the line of its first occurrence, counted from one.</summary>
    public static readonly YamlFindingKind DuplicateKey = new(
        "JSG0002", "A key is given twice", "The key '{0}' is already given in line {1}; remove or rename one of the two");

    public static readonly YamlFindingKind TabIndentation = new(
        "JSG0003", "A tab indents a line", "A tab indents this line; indent with spaces instead");

    /// <summary>Arguments: the text, and the name of what it is.</summary>
    public static readonly YamlFindingKind Reference = new(
        "JSG0004", "Anchors, aliases and merge keys are not supported", "'{0}' is {1}, which a spec cannot have; write the value out wherever it is needed");

    /// <summary>Argument: the tag.</summary>
    public static readonly YamlFindingKind Tag = new(
        "JSG0005", "Tags are not supported", "The tag '{0}' is not supported; remove it, as the place of a value decides on its type");

    public static readonly YamlFindingKind SecondDocument = new(
        "JSG0006", "More than one YAML document", "A second YAML document starts here, but a spec is one document; remove this line, or move what follows into a file of its own");

    /// <summary>Argument: what is found instead.</summary>
    public static readonly YamlFindingKind KeyNotScalar = new(
        "JSG0007", "A key is not a text", "A key must be a text, but this one is {0}; give it a name, or put quotes around a text with brackets or braces");

    public static readonly YamlFindingKind Empty = new(
        "JSG0008", "The spec is empty", "The spec is empty; start it with 'language: 1' and 'service:'");

    /// <summary>Arguments: the length, and the maximum length.</summary>
    public static readonly YamlFindingKind TooLong = new(
        "JSG9001", "The text is too long", "The spec has {0} characters, but only {1} are read; split it into several specs");

    /// <summary>Argument: the maximum depth.</summary>
    public static readonly YamlFindingKind TooDeep = new(
        "JSG9002", "Too many levels", "Lists and mappings lie more than {0} levels inside each other here; take some of them out of the others");

    /// <summary>Argument: the maximum number.</summary>
    public static readonly YamlFindingKind TooManyNodes = new(
        "JSG9003", "Too many values", "The spec has more than {0} keys and values; split it into several specs");

    public static readonly IReadOnlyList<YamlFindingKind> All =
    [
        Syntax, DuplicateKey, TabIndentation, Reference, Tag, SecondDocument, KeyNotScalar, Empty, TooLong, TooDeep, TooManyNodes,
    ];
}
