using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits the codec of an enumeration, which uses wire names.</summary>
internal static class EnumerationCodecText
{
    public static void Write(CodeWriter writer, ShapeTypes types, Shape shape)
    {
        var type = types.TypeOf(shape.Name);
        var names = shape.Values.Select(value => (value.WireName, value.Identifier)).ToList();
        var allowed = CSharpLiteral.Of((names.Count == 1 ? string.Empty : "one of ") + string.Join(", ", names.Select(name => name.WireName)));

        writer.Summary(DocText.Of("Reads and writes " + shape.Name + "."));
        writer.Open($"internal static class {JsonCode.CodecOf(shape.Name)}");
        NamesText.WriteConstants(writer, names);
        writer.Line();
        writer.Line($"/// <summary>Reads the value at the reader's current token.</summary>");
        writer.Open($"internal static {type} Read(ref {JsonCode.Reader} reader)");
        writer.Line($$"""
            if (reader.TokenType != {{JsonCode.Token}}.String)
            {
                throw Tokens.Wrong(ref reader, {{allowed}});
            }
            """);
        writer.Line();
        writer.Open($"return Find(ref reader) switch");
        for (var i = 0; i < names.Count; i++)
        {
            writer.Line($"{i} => {type}.{Identifier.Of(names[i].Identifier)},");
        }

        writer.Line($"_ => throw Tokens.WrongText(ref reader, {allowed}),");
        writer.Close($";");
        writer.Close();
        writer.Line();
        writer.Line($"/// <summary>Writes the wire name of a value.</summary>");
        writer.Line($"internal static void Write({JsonCode.Writer} writer, {type} value) => writer.WriteStringValue(NameOf(value));");
        writer.Line();
        writer.Line($"/// <summary>The wire name of a value.</summary>");
        writer.Open($"internal static {JsonCode.EncodedText} NameOf({type} value) => value switch");
        foreach (var (_, identifier) in names)
        {
            writer.Line($"{type}.{Identifier.Of(identifier)} => {JsonCode.NameOf(identifier)},");
        }

        writer.Line($"_ => throw new global::System.ArgumentOutOfRangeException(nameof(value), value, null),");
        writer.Close($";");
        writer.Line();
        NamesText.WriteFind(writer, names);
        writer.Close();
    }
}
