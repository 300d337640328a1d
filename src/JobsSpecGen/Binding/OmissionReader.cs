using JobsSpecGen.Binding.Context;
using JobsSpecGen.Binding.Nodes;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding;

/// <summary>Checks the list of deliberate omissions of a spec. It is documentation; nothing is emitted from it.</summary>
internal static class OmissionReader
{
    public static void Check(YamlNode? node, BindingContext context)
    {
        foreach (var item in node is null ? [] : NodeReading.Items(node, "'omissions'", context.Findings))
        {
            if (MappingReader.Of(item, "An omission", context.Findings) is { } reader)
            {
                _ = reader.RequiredText("what");
                _ = reader.RequiredText("why");
                _ = reader.Optional("facts");
                reader.RejectOthers();
            }
        }
    }
}
