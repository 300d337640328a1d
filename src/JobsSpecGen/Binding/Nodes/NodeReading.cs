using System.Collections.Generic;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Nodes;

/// <summary>Reads nodes as the expected kind, and reports other kinds.</summary>
internal static class NodeReading
{
    /// <summary>A scalar; null if the node is missing, or is of another kind, which is reported.</summary>
    public static YamlScalar? Scalar(YamlNode? node, string what, FindingList findings)
    {
        if (node is null or YamlScalar)
        {
            return (YamlScalar?)node;
        }

        findings.Add(ShapeRules.WrongNode, node.Span, what, "a text");
        return null;
    }

    /// <summary>The items of a list; none if the node is missing, or is of another kind, which is reported.</summary>
    public static IReadOnlyList<YamlNode> Items(YamlNode? node, string what, FindingList findings)
    {
        if (node is YamlSequence sequence)
        {
            return sequence.Items;
        }

        if (node is not null)
        {
            findings.Add(ShapeRules.WrongNode, node.Span, what, "a list");
        }

        return [];
    }

    /// <summary>The scalars of a list, or a single one.</summary>
    public static IReadOnlyList<YamlScalar> Scalars(YamlNode? node, string what, FindingList findings)
    {
        if (node is YamlScalar single)
        {
            return [single];
        }

        var scalars = new List<YamlScalar>();
        foreach (var item in Items(node, what, findings))
        {
            if (Scalar(item, "Each of " + what, findings) is { } scalar)
            {
                scalars.Add(scalar);
            }
        }

        return scalars;
    }
}
