using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits the method that writes an error as the body of a response.</summary>
internal static class ErrorWriteText
{
    public static void Write(CodeWriter writer, JsonValueText values, SpecModel spec)
    {
        writer.Line($"/// <summary>Writes the body. If data of the error has the name of a member that every error has, the data is written instead.</summary>");
        writer.Open($"internal static void Write({JsonCode.Writer} writer, {Identifier.Of(spec.Service + "Exception")} error)");
        writer.Line($"writer.WriteStartObject();");
        WriteCommon(writer, spec);
        var withData = spec.Errors.Where(error => error.Members.Count > 0).ToList();
        if (withData.Count > 0)
        {
            writer.Open($"switch (error)");
            foreach (var error in withData)
            {
                writer.Line($"case global::{values.Types.Namespace}.{Identifier.Of(error.Name)} e:");
                writer.Open();
                foreach (var member in error.Members)
                {
                    WriteMember(writer, values, member);
                }

                writer.Line($"break;");
                writer.Close();
            }

            writer.Close();
            writer.Line();
        }

        writer.Line($"writer.WriteEndObject();");
        writer.Close();
    }

    private static void WriteCommon(CodeWriter writer, SpecModel spec)
    {
        writer.Line($$"""
            // As UTF-8, because an unpaired surrogate in a message must not prevent the error response.
            if (!HasData(error, "message"))
            {
                writer.WriteString("message"u8, global::System.Text.Encoding.UTF8.GetBytes(error.Message));
            }

            if (error.WireName != error.Code && !HasData(error, "code"))
            {
                writer.WriteString("code"u8, error.Code);
            }

            """);
    }

    private static void WriteMember(CodeWriter writer, JsonValueText values, Member member)
    {
        var property = Code.Of($"e.{Identifier.Of(member.Identifier)}");
        if (member.Required && !ShapeChecks.CanBeNull(values.Types[member.Shape]))
        {
            WriteValue(writer, values, member, property);
            return;
        }

        var variable = JsonCode.VariableOf(member);
        writer.Open($"if ({property} is {{ }} {variable})");
        WriteValue(writer, values, member, variable);
        writer.Close();
        writer.Line();
    }

    private static void WriteValue(CodeWriter writer, JsonValueText values, Member member, Code value)
    {
        writer.Line($"writer.WritePropertyName({CSharpLiteral.Of(member.Name)}u8);");
        writer.Line($"{values.Write(member.Shape, value)}");
    }
}
