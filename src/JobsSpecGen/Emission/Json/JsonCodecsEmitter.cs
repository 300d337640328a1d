using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits one codec for each structure, enumeration, list and map.</summary>
internal static class JsonCodecsEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var values = new JsonValueText(new ShapeTypes(spec));
        var shapes = spec.Shapes.Where(shape => shape.Kind is ShapeKind.Structure or ShapeKind.Enumeration or ShapeKind.List or ShapeKind.Map);
        var writer = JsonCode.ForFile(spec);
        writer.Open($"public static partial class {JsonCode.ClassOf(spec)}");
        writer.Line($"/// <summary>The codec of each shape. An exception propagates unchanged while filters record its path; the public methods build the message from both.</summary>");
        writer.Open($"private static partial class Codecs");
        JsonCode.Each(writer, shapes, shape => WriteCodec(writer, values, spec, shape));
        writer.Close();
        writer.Close();
        return writer.ToSourceText();
    }

    private static void WriteCodec(CodeWriter writer, JsonValueText values, SpecModel spec, Shape shape)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Enumeration:
                EnumerationCodecText.Write(writer, values.Types, shape);
                break;
            case ShapeKind.List:
                ListCodecText.Write(writer, values, shape);
                break;
            case ShapeKind.Map:
                MapCodecText.Write(writer, values, shape);
                break;
            default:
                StructureCodecText.Write(writer, values, spec, shape);
                break;
        }
    }
}
