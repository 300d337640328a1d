using System.Security.Cryptography;
using System.Text;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Nodes;

/// <summary>A hash of the content of a spec. Comments and layout do not change it.</summary>
internal static class NodeHash
{
    public static string Of(YamlNode root)
    {
        var text = new StringBuilder();
        Write(root, text);
        using var sha = SHA256.Create();
        var hash = new StringBuilder();
        foreach (var b in sha.ComputeHash(Encoding.UTF8.GetBytes(text.ToString())))
        {
            hash.Append(b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return hash.ToString(0, 16);
    }

    private static void Write(YamlNode node, StringBuilder text)
    {
        switch (node)
        {
            case YamlScalar scalar:
                text.Append('s').Append(scalar.Value.Length).Append(':').Append(scalar.Value);
                break;
            case YamlSequence sequence:
                text.Append('[');
                foreach (var item in sequence.Items)
                {
                    Write(item, text);
                }

                text.Append(']');
                break;
            case YamlMapping mapping:
                text.Append('{');
                foreach (var entry in mapping.Entries)
                {
                    Write(entry.Key, text);
                    Write(entry.Value, text);
                }

                text.Append('}');
                break;
        }
    }
}
