using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits the methods that identify the error of a response.</summary>
internal static class ErrorReadText
{
    public static void Write(CodeWriter writer, JsonValueText values, SpecModel spec)
    {
        WriteRead(writer, spec);
        writer.Line();
        WriteNameOf(writer, spec);
        writer.Line();
        WriteHasData(writer, values, spec);
        writer.Line();
        WriteMake(writer, values, spec);
    }

    private static void WriteRead(CodeWriter writer, SpecModel spec) => writer.Line($$"""
        /// <summary>The error of a response.</summary>
        internal static {{Identifier.Of(spec.Service + "Exception")}} Read(int httpStatus, string? header, global::System.ReadOnlySpan<byte> json)
        {
            var code = ShortName(TextOf(json, "code"u8));
            var type = ShortName(header) ?? code ?? ShortName(TextOf(json, "__type"u8));
            var said = TextOf(json, "message"u8) ?? TextOf(json, "Message"u8);
            {{JsonCode.Exception}}? unreadable = null;
            if (type is not null && NameOf(type, code, httpStatus) is { } name)
            {
                try
                {
                    return Make(name, said ?? name, httpStatus, json);
                }
                catch ({{JsonCode.Exception}} e)
                {
                    unreadable = Tokens.AtRoot(e);
                }
            }

            return new {{HttpExceptionText.NameOf(spec)}}(httpStatus, type, global::System.Text.Encoding.UTF8.GetString(json), said, unreadable);
        }
        """);

    /// <summary>Errors may share a wire name. Then <c>code</c> decides, then the status code, and finally the error with exactly that name.</summary>
    private static void WriteNameOf(CodeWriter writer, SpecModel spec)
    {
        writer.Line($"/// <summary>The name of an error in the spec, from its description in a response; null if the spec does not define it.</summary>");
        writer.Open($"private static string? NameOf(string type, string? code, int httpStatus) => type switch");
        foreach (var group in spec.Errors.GroupBy(error => error.WireName))
        {
            WriteArms(writer, group.Key, group.ToList());
        }

        var wireNames = spec.Errors.Select(error => error.WireName).ToList();
        foreach (var error in spec.Errors.Where(error => !wireNames.Contains(error.Name)))
        {
            writer.Line($"{CSharpLiteral.Of(error.Name)} => {CSharpLiteral.Of(error.Name)},");
        }

        writer.Line($"_ => null,");
        writer.Close($";");
    }

    private static void WriteArms(CodeWriter writer, string wireName, IReadOnlyList<ErrorModel> errors)
    {
        var byDefault = errors.FirstOrDefault(error => error.Name == wireName) ?? errors[0];
        var type = CSharpLiteral.Of(wireName);
        if (errors.Count > 1)
        {
            var names = Code.Join(" or ", errors.Select(error => (Code)CSharpLiteral.Of(error.Name)));
            writer.Line($"{type} when code is {names} => code,");
        }

        foreach (var status in errors.GroupBy(error => error.Status).Where(status => status.Key != byDefault.Status))
        {
            writer.Line($"{type} when httpStatus == {status.Key} => {CSharpLiteral.Of(status.First().Name)},");
        }

        writer.Line($"{type} => {CSharpLiteral.Of(byDefault.Name)},");
    }

    private static void WriteHasData(CodeWriter writer, JsonValueText values, SpecModel spec)
    {
        var sharing = spec.Errors
            .SelectMany(error => error.Members.Where(member => member.Name is "message" or "code").Select(member => (error, member)))
            .Select(pair => Code.Of($"({CSharpLiteral.Of(pair.member.Name)}, global::{values.Types.Namespace}.{Identifier.Of(pair.error.Name)}) => true,\n    "));
        writer.Line($$"""
            /// <summary>Whether an error has data with the name of a member that every error has.</summary>
            private static bool HasData({{Identifier.Of(spec.Service + "Exception")}} error, string name) => (name, error) switch
            {
                {{Code.Join(string.Empty, sharing)}}_ => false,
            };
            """);
    }

    private static void WriteMake(CodeWriter writer, JsonValueText values, SpecModel spec)
    {
        writer.Line($"/// <summary>Creates an error. Missing required data, or data that cannot be read, is rejected.</summary>");
        writer.Open($"private static {Identifier.Of(spec.Service + "Exception")} Make(string name, string message, int httpStatus, global::System.ReadOnlySpan<byte> json)");
        writer.Open($"switch (name)");
        foreach (var error in spec.Errors)
        {
            writer.Line($"case {CSharpLiteral.Of(error.Name)}:");
            writer.Open();
            if (error.Members.Count > 0)
            {
                writer.Line($"{JsonCode.Reader} reader;");
            }

            foreach (var member in error.Members)
            {
                WriteData(writer, values, member);
            }

            var data = Code.Join(string.Empty, error.Members.Select(member => Code.Of($", {Identifier.Of(member.Identifier)} = {JsonCode.VariableOf(member)}")));
            writer.Line($"return new global::{values.Types.Namespace}.{Identifier.Of(error.Name)}(message) {{ HttpStatus = httpStatus{data} }};");
            writer.Close();
            writer.Line();
        }

        writer.Line($"default:");
        writer.Line($"    throw new global::System.ArgumentOutOfRangeException(nameof(name), name, null);");
        writer.Close();
        writer.Close();
    }

    private static void WriteData(CodeWriter writer, JsonValueText values, Member member)
    {
        var name = CSharpLiteral.Of(member.Name);
        var type = values.Types.TypeOf(member.Shape);
        var absent = member.Required ? Code.Of($"throw Tokens.Missing({name})") : Code.Of($"default({type}?)");
        writer.Line($"var {JsonCode.VariableOf(member)} = TryFind(json, {name}u8, out reader) ? {values.Read(member.Shape)} : {absent};");
    }
}
