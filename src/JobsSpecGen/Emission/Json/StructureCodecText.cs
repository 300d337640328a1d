using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits the codec of a structure; for the input of an operation, also the codec of its body alone.</summary>
internal static class StructureCodecText
{
    public static void Write(CodeWriter writer, JsonValueText values, SpecModel spec, Shape shape)
    {
        var names = shape.Members.Select(member => (member.Name, member.Identifier)).ToList();
        writer.Summary(DocText.Of("Reads and writes " + shape.Name + "."));
        writer.Open($"internal static class {JsonCode.CodecOf(shape.Name)}");
        if (names.Count > 0)
        {
            NamesText.WriteConstants(writer, names);
            writer.Line();
        }

        StructureReadText.Write(writer, values, spec, shape);
        writer.Line();
        WriteWhole(writer, values, shape);
        if (JsonBody.Of(spec, shape) is { } body)
        {
            writer.Line();
            StructureReadText.WriteBody(writer, values, spec, shape, body);
            writer.Line();
            writer.Line($"/// <summary>Writes the members that travel in the body.</summary>");
            writer.Open($"internal static void WriteBody({JsonCode.Writer} writer, {values.Types.TypeOf(shape.Name)} value)");
            WriteObject(writer, values, body.Inside);
            writer.Close();
        }

        if (names.Count > 0)
        {
            writer.Line();
            NamesText.WriteFind(writer, names);
        }

        writer.Close();
    }

    private static void WriteWhole(CodeWriter writer, JsonValueText values, Shape shape)
    {
        writer.Line($"/// <summary>Writes a value; null is written as null.</summary>");
        writer.Open($"internal static void Write({JsonCode.Writer} writer, {values.Types.TypeOf(shape.Name)}? value)");
        writer.Line($$"""
            if (value is null)
            {
                writer.WriteNullValue();
                return;
            }

            """);
        WriteObject(writer, values, shape.Members);
        writer.Close();
    }

    private static void WriteObject(CodeWriter writer, JsonValueText values, IEnumerable<Member> members)
    {
        writer.Line($"writer.WriteStartObject();");
        foreach (var member in members)
        {
            WriteMember(writer, values, member);
        }

        writer.Line($"writer.WriteEndObject();");
    }

    /// <summary>Writes a member if it is present. A missing required member is omitted as well: the reader rejects it.</summary>
    private static void WriteMember(CodeWriter writer, JsonValueText values, Member member)
    {
        var property = Code.Of($"value.{Identifier.Of(member.Identifier)}");
        if (member.Required && !ShapeChecks.CanBeNull(values.Types[member.Shape]))
        {
            writer.Line($"{values.WriteNamed(member, property)}");
            return;
        }

        var variable = JsonCode.VariableOf(member);
        var pattern = member.EmptyIsLeftOut ? Code.Of($"{{ Count: > 0 }}") : Code.Of($"{{ }}");
        writer.Open($"if ({property} is {pattern} {variable})");
        writer.Line($"{values.WriteNamed(member, variable)}");
        writer.Close();
        writer.Line();
    }
}
