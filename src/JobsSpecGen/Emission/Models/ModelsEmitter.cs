using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Models;

/// <summary>Emits the enumerations and the records of requests, responses and rows.</summary>
internal static class ModelsEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var types = new ShapeTypes(spec);
        var docs = new ShapeDocs(spec, types);
        var writer = CodeWriter.ForFile(types.Namespace);
        var declared = spec.Shapes.Where(shape => shape.Kind is ShapeKind.Enumeration or ShapeKind.Structure).ToList();
        foreach (var shape in declared)
        {
            if (shape != declared[0])
            {
                writer.Line();
            }

            if (shape.Kind == ShapeKind.Enumeration)
            {
                EnumerationText.Write(writer, types, docs, shape);
            }
            else
            {
                WriteRecord(writer, types, docs, shape);
            }
        }

        return writer.ToSourceText();
    }

    private static void WriteRecord(CodeWriter writer, ShapeTypes types, ShapeDocs docs, Shape shape)
    {
        docs.Write(writer, shape);
        if (shape.Members.Count == 0)
        {
            writer.Line($"public sealed record {Identifier.Of(shape.Name)};");
            return;
        }

        writer.Open($"public sealed record {Identifier.Of(shape.Name)}");
        foreach (var member in shape.Members)
        {
            if (member != shape.Members[0])
            {
                writer.Line();
            }

            docs.Write(writer, shape, member);
            WriteProperty(writer, types, member);
        }

        writer.Close();
    }

    /// <summary>Writes the property for a member of a structure or of an error's data.</summary>
    internal static void WriteProperty(CodeWriter writer, ShapeTypes types, Member member) =>
        writer.Line($"public {(member.Required ? Code.Of($"required ") : Code.Empty)}{types.TypeOf(member)} {Identifier.Of(member.Identifier)} {{ get; init; }}");
}
