using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits the wire names of a structure's members, or of an enumeration's values, as constants, and their lookup.</summary>
internal static class NamesText
{
    /// <summary>Writes the constants, in order, and a list of them.</summary>
    public static void WriteConstants(CodeWriter writer, IReadOnlyList<(string WireName, string Identifier)> names)
    {
        foreach (var (wireName, identifier) in names)
        {
            writer.Line($"private static readonly {JsonCode.EncodedText} {JsonCode.NameOf(identifier)} = {JsonCode.EncodedText}.Encode({CSharpLiteral.Of(wireName)});");
        }

        var all = Code.Join(", ", names.Select(name => (Code)JsonCode.NameOf(name.Identifier)));
        writer.Line($"private static readonly {JsonCode.EncodedText}[] AllNames = {{ {all} }};");
    }

    /// <summary>Writes the method that finds the index of the reader's current name. Most lengths belong to one name, so that one comparison is enough.</summary>
    public static void WriteFind(CodeWriter writer, IReadOnlyList<(string WireName, string Identifier)> names)
    {
        writer.Line($"/// <summary>The index of the reader's current name; -1 if it is unknown.</summary>");
        writer.Open($"private static int Find(ref {JsonCode.Reader} reader)");
        writer.Line($$"""
            if (reader.HasValueSequence || reader.ValueIsEscaped)
            {
                return Tokens.IndexOf(ref reader, AllNames);
            }

            var name = reader.ValueSpan;
            return name.Length switch
            {
            """);
        var byLength = names.Select((name, index) => (name.WireName, index)).GroupBy(name => name.WireName.Length).OrderBy(group => group.Key);
        foreach (var group in byLength)
        {
            var tests = Code.Join(" : ", group.Select(name => Code.Of($"global::System.MemoryExtensions.SequenceEqual(name, {CSharpLiteral.Of(name.WireName)}u8) ? {name.index}")));
            writer.Line($"    {group.Key} => {tests} : -1,");
        }

        writer.Line($$"""
                _ => -1,
            };
            """);
        writer.Close();
    }
}
