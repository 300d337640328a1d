using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Shapes;

/// <summary>Emits the documentation comments of shapes and members from the spec.</summary>
internal sealed class ShapeDocs(SpecModel spec, ShapeTypes types)
{
    private readonly Dictionary<string, string> _places = spec.Shapes.ToDictionary(shape => shape.Name, shape => Place(spec, shape));

    /// <summary>Writes the documentation of the declaration of a shape, with its position in the spec.</summary>
    public void Write(CodeWriter writer, Shape shape)
    {
        writer.Line($"// spec: {DocText.Of(_places[shape.Name])}");
        writer.Summary(DocText.Of(shape.Says));
        Remarks(writer, shape, null);
    }

    /// <summary>Writes the documentation of the property of a member of a structure.</summary>
    public void Write(CodeWriter writer, Shape structure, Member member) =>
        Write(writer, _places[structure.Name] + "." + member.Name, member);

    /// <summary>Writes the documentation of the property of a member of an error.</summary>
    public void Write(CodeWriter writer, ErrorModel error, Member member) =>
        Write(writer, "errors." + error.Name + "." + member.Name, member);

    /// <summary>Writes the documentation of the validator of a shape.</summary>
    public void WriteValidator(CodeWriter writer, Shape shape)
    {
        writer.Line($"// spec: {DocText.Of(_places[shape.Name])}");
        writer.Summary(DocText.Of("Checks values of " + shape.Name + "."));
        Remarks(writer, shape, null);
    }

    private static string Place(SpecModel spec, Shape shape)
    {
        var operation = spec.Operations.FirstOrDefault(candidate => candidate.Input == shape.Name || candidate.Output == shape.Name);
        return operation is null || shape.Role == ShapeRole.Declared
            ? "shapes." + shape.Name
            : (operation.IsEnvironment ? "environment." : "operations.") + operation.Name + (shape.Role == ShapeRole.Input ? ".input" : ".output");
    }

    private void Write(CodeWriter writer, string place, Member member)
    {
        var shape = types[member.Shape];
        writer.Line($"// spec: {DocText.Of(place)}");
        writer.Summary(DocText.Of(member.Says ?? shape.Says));
        Remarks(writer, shape, member.Default);
    }

    private void Remarks(CodeWriter writer, Shape shape, LiteralValue? whenAbsent)
    {
        var parts = new List<Code>();
        if (shape.Kind == ShapeKind.Timestamp)
        {
            parts.Add(spec.TimestampsInSeconds ? Code.Of($"In seconds since the epoch.") : Code.Of($"In milliseconds since the epoch."));
        }

        if (ConstraintText.All(types, shape) is { } constraints)
        {
            parts.Add(Code.Of($"Constraints: <c>{DocText.Of(constraints)}</c>."));
        }

        if (whenAbsent is not null)
        {
            parts.Add(Code.Of($"Absent means <c>{DocText.Of(LiteralNotation.Of(whenAbsent))}</c>."));
        }

        if (shape.Source.Length > 0)
        {
            parts.Add(Code.Of($"Source: {DocText.Of(shape.Source)}"));
        }

        if (parts.Count > 0)
        {
            writer.Line($"/// <remarks>{Code.Join(" ", parts)}</remarks>");
        }
    }
}
