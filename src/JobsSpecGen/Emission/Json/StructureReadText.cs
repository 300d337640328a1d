using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits the methods that read a structure: members in any order into variables, then the structure from them.</summary>
internal static class StructureReadText
{
    /// <summary>Writes the method that reads all members.</summary>
    public static void Write(CodeWriter writer, JsonValueText values, SpecModel spec, Shape shape)
    {
        writer.Line($"/// <summary>Reads the value at the reader's current token.</summary>");
        writer.Open($"internal static {values.Types.TypeOf(shape.Name)} Read(ref {JsonCode.Reader} reader)");
        WriteBody(writer, values, spec, shape, shape.Members.ToList());
        writer.Close();
    }

    /// <summary>Writes the method that reads the members of the body; the others are its parameters.</summary>
    public static void WriteBody(CodeWriter writer, JsonValueText values, SpecModel spec, Shape shape, JsonBody body)
    {
        var given = Code.Join(string.Empty, body.Outside.Select(member => Code.Of($", {values.Types.TypeOf(member)} {JsonCode.VariableOf(member)}")));
        writer.Line($"/// <summary>Reads the members that travel in the body; the others are parameters.</summary>");
        writer.Open($"internal static {values.Types.TypeOf(shape.Name)} ReadBody(ref {JsonCode.Reader} reader{given})");
        WriteBody(writer, values, spec, shape, body.Inside);
        writer.Close();
    }

    private static void WriteBody(CodeWriter writer, JsonValueText values, SpecModel spec, Shape shape, IReadOnlyList<Member> read)
    {
        foreach (var member in read)
        {
            writer.Line($"{values.Types.TypeOf(member.Shape)}? {JsonCode.VariableOf(member)} = null;");
        }

        writer.Line($"Tokens.Enter(ref reader, {JsonCode.Token}.StartObject);");
        if (shape.Members.Count == 0)
        {
            WriteSkipping(writer, spec);
        }
        else
        {
            WriteLoop(writer, values, spec, shape, read);
        }

        writer.Line();
        WriteMissing(writer, read.Where(member => member.Required && !member.AbsentIsEmpty).ToList());
        WriteResult(writer, values.Types, shape, read);
    }

    private static void WriteSkipping(CodeWriter writer, SpecModel spec)
    {
        writer.Open($"while (Tokens.NextMember(ref reader))");
        writer.Line(spec.RefusesUnknownMembers
            ? (CodeText)$"throw Tokens.UnknownMember(ref reader);"
            : $"""
            Tokens.Next(ref reader);
            Tokens.Skip(ref reader);
            """);
        writer.Close();
    }

    private static void WriteLoop(CodeWriter writer, JsonValueText values, SpecModel spec, Shape shape, IReadOnlyList<Member> read)
    {
        writer.Line($"var member = -1;");
        writer.Open($"try");
        writer.Open($"while (Tokens.NextMember(ref reader))");
        writer.Line($"member = Find(ref reader);");
        if (spec.RefusesUnknownMembers)
        {
            var isKnown = Code.Join(" or ", shape.Members.Select((member, index) => (member, index)).Where(pair => read.Contains(pair.member)).Select(pair => Code.Of($"{pair.index}")));
            writer.Open($"if (member is not ({isKnown}))");
            writer.Line($"throw Tokens.UnknownMember(ref reader);");
            writer.Close();
            writer.Line();
        }

        writer.Line($"Tokens.Next(ref reader);");
        writer.Open($"switch (member)");
        for (var i = 0; i < shape.Members.Count; i++)
        {
            if (read.Contains(shape.Members[i]))
            {
                writer.Line($"""
                    case {i}:
                        {JsonCode.VariableOf(shape.Members[i])} = reader.TokenType == {JsonCode.Token}.Null ? null : {values.Read(shape.Members[i].Shape)};
                        break;
                    """);
            }
        }

        if (!spec.RefusesUnknownMembers)
        {
            writer.Line($"""
                default:
                    Tokens.Skip(ref reader);
                    break;
                """);
        }

        writer.Close();
        writer.Close();
        writer.Close();
        writer.Open($"catch ({JsonCode.Exception} e) when (Tokens.PassesThrough(e, AllNames, member))");
        writer.Line($"throw;");
        writer.Close();
    }

    private static void WriteMissing(CodeWriter writer, IReadOnlyList<Member> required)
    {
        if (required.Count == 0)
        {
            return;
        }

        var isMissing = Code.Join(" || ", required.Select(member => Code.Of($"{JsonCode.VariableOf(member)} is null")));
        var missing = Code.Join(", ", required.Select(member => Code.Of($"{JsonCode.VariableOf(member)} is null ? {CSharpLiteral.Of(member.Name)} : null")));
        writer.Open($"if ({isMissing})");
        writer.Line($"throw Tokens.Missing({missing});");
        writer.Close();
        writer.Line();
    }

    private static void WriteResult(CodeWriter writer, ShapeTypes types, Shape shape, IReadOnlyList<Member> read)
    {
        if (shape.Members.Count == 0)
        {
            writer.Line($"return new {types.TypeOf(shape.Name)}();");
            return;
        }

        writer.Line($"return new {types.TypeOf(shape.Name)}");
        writer.Open();
        foreach (var member in shape.Members)
        {
            writer.Line($"{Identifier.Of(member.Identifier)} = {Result(types, member, read.Contains(member))},");
        }

        writer.Close($";");
    }

    private static Code Result(ShapeTypes types, Member member, bool isRead)
    {
        var variable = JsonCode.VariableOf(member);
        return (isRead && member.Required, ShapeChecks.CanBeNull(types[member.Shape])) switch
        {
            (true, false) => Code.Of($"{variable}.Value"),
            (true, true) when member.AbsentIsEmpty => Code.Of($"{variable} ?? {types.TypeOf(member.Shape)}.Empty"),
            _ => variable,
        };
    }
}
