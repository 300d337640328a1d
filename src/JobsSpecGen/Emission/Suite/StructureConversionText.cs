using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Suite;

/// <summary>Emits the two conversions of a structure.</summary>
internal static class StructureConversionText
{
    public static void Write(CodeWriter writer, Shape shape, ShapeTypes types, SpecModel spec)
    {
        var type = types.TypeOf(shape.Name);
        writer.Line($"public static {Engine.Value} Of({type}? value) => value is null ? {Engine.Value}.Absent : new {Engine.Record}(");
        writer.Line($"[");
        foreach (var member in shape.Members)
        {
            writer.Line($"    new({CSharpLiteral.Of(member.Name)}, {ConversionText.ToValue(Code.Of($"value.{Identifier.Of(member.Identifier)}"), types[member.Shape], types, spec)}),");
        }

        writer.Line($"]);");
        writer.Line();
        writer.Open($"public static {type} To{Identifier.Of(shape.Name)}({Engine.Value} value)");
        if (shape.Members.Count == 0)
        {
            writer.Line($"return new {type}();");
        }
        else
        {
            writer.Line($"var members = ({Engine.Record})value;");
            writer.Line($"return new {type}");
            writer.Open();
            foreach (var member in shape.Members)
            {
                var source = Code.Of($"members[{CSharpLiteral.Of(member.Name)}]");
                writer.Line($"{Identifier.Of(member.Identifier)} = {ConversionText.FromValue(source, member, types[member.Shape], types, spec)},");
            }

            writer.Close($";");
        }

        writer.Close();
        writer.Line();
    }
}
