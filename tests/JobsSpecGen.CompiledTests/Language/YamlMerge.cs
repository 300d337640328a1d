using YamlDotNet.RepresentationModel;

namespace JobsSpecGen.CompiledTests.Language;

/// <summary>Adds YAML to a spec by the rules that LANGUAGE.md states for its readers.</summary>
internal static class YamlMerge
{
    /// <summary>A key that is new is added, a mapping is continued key by key, and a list or a single value replaces the earlier one.</summary>
    public static string Add(string spec, string part)
    {
        var merged = Mapping(spec);
        Add(merged, Mapping(part));
        return Print(merged);
    }

    /// <summary>Steps go behind the first ones of an operation or action. If they end with a <c>return</c>, the others are dropped, as nothing can follow it.</summary>
    public static string Insert(string spec, string operation, int behind, string steps)
    {
        var root = Mapping(spec);
        var owner = new[] { "operations", "environment" }.Select(key => (YamlMappingNode)root[key]).Single(group => group.Children.ContainsKey(operation));
        var known = (YamlSequenceNode)owner[operation]["steps"];
        var inserted = Assert.IsType<YamlSequenceNode>(Load(steps)).Children;
        Assert.InRange(behind, 0, known.Children.Count);

        var ends = inserted[^1] is YamlMappingNode last && last.Children.ContainsKey("return");
        var all = known.Children.Take(behind).Concat(inserted).Concat(ends ? [] : known.Children.Skip(behind)).ToList();
        known.Children.Clear();
        all.ForEach(known.Add);
        return Print(root);
    }

    private static void Add(YamlMappingNode into, YamlMappingNode part)
    {
        foreach (var (key, value) in part.Children)
        {
            if (value is YamlMappingNode more && into.Children.TryGetValue(key, out var known) && known is YamlMappingNode mapping)
            {
                Add(mapping, more);
            }
            else
            {
                into.Children[key] = value;
            }
        }
    }

    private static YamlMappingNode Mapping(string yaml) => Assert.IsType<YamlMappingNode>(Load(yaml));

    private static YamlNode Load(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Assert.Single(stream.Documents).RootNode;
    }

    private static string Print(YamlNode node)
    {
        var text = new StringWriter { NewLine = "\n" };
        new YamlStream(new YamlDocument(node)).Save(text, assignAnchors: false);
        return text.ToString();
    }
}
