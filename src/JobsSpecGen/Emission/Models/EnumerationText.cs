using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Models;

/// <summary>Emits an enumeration, and the class that maps its values to wire names.</summary>
internal static class EnumerationText
{
    public static void Write(CodeWriter writer, ShapeTypes types, ShapeDocs docs, Shape shape)
    {
        WriteEnumeration(writer, docs, shape);
        writer.Line();
        writer.Summary(DocText.Of("The names on the wire of " + shape.Name + "."));
        writer.Open($"public static class {Identifier.Of(shape.Name + "Names")}");
        WriteToWireName(writer, types, shape);
        writer.Line();
        WriteTryParse(writer, types, shape);
        writer.Line();
        writer.Line($"/// <summary>Whether a value is defined by the enumeration.</summary>");
        writer.Line($"internal static bool IsDefined({types.TypeOf(shape.Name)} value) =>");
        writer.Line($"    value is >= {Value(types, shape, 0)} and <= {Value(types, shape, shape.Values.Count - 1)};");
        writer.Close();
    }

    private static void WriteEnumeration(CodeWriter writer, ShapeDocs docs, Shape shape)
    {
        docs.Write(writer, shape);
        writer.Open($"public enum {Identifier.Of(shape.Name)}");
        foreach (var value in shape.Values)
        {
            writer.Line($"/// <summary>{DocText.Of(value.Says)} Wire name: <c>{DocText.Of(value.WireName)}</c>.</summary>");
            writer.Line($"{Identifier.Of(value.Identifier)},");
        }

        writer.Close();
    }

    private static void WriteToWireName(CodeWriter writer, ShapeTypes types, Shape shape)
    {
        writer.Line($"/// <summary>The wire name of a value.</summary>");
        writer.Line($"/// <exception cref=\"global::System.ArgumentOutOfRangeException\">The value is not defined by the enumeration.</exception>");
        writer.Line($"public static string ToWireName(this {types.TypeOf(shape.Name)} value) => value switch");
        writer.Open();
        for (var i = 0; i < shape.Values.Count; i++)
        {
            writer.Line($"{Value(types, shape, i)} => {CSharpLiteral.Of(shape.Values[i].WireName)},");
        }

        writer.Line($"_ => throw new global::System.ArgumentOutOfRangeException(nameof(value), value, null),");
        writer.Close($";");
    }

    private static void WriteTryParse(CodeWriter writer, ShapeTypes types, Shape shape)
    {
        writer.Line($"/// <summary>Finds the value with a wire name. Wire names are case-sensitive.</summary>");
        writer.Open($"public static bool TryParse(string? name, out {types.TypeOf(shape.Name)} value)");
        writer.Open($"switch (name)");
        for (var i = 0; i < shape.Values.Count; i++)
        {
            writer.Line($"""
                case {CSharpLiteral.Of(shape.Values[i].WireName)}:
                    value = {Value(types, shape, i)};
                    return true;
                """);
        }

        writer.Line($"""
            default:
                value = default;
                return false;
            """);
        writer.Close();
        writer.Close();
    }

    private static Code Value(ShapeTypes types, Shape shape, int index) =>
        Code.Of($"{types.TypeOf(shape.Name)}.{Identifier.Of(shape.Values[index].Identifier)}");
}
