using System.Linq;
using JobsSpecGen.Emission.Http.Messages;
using JobsSpecGen.Emission.Json;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Http.Server;

/// <summary>Emits the handler of one operation: authorize, read, validate, execute.</summary>
internal static class HttpHandlerText
{
    public static Identifier NameOf(HttpMapping members) => Identifier.Of("Handle" + members.Operation.Name + "Async");

    public static void Write(CodeWriter writer, ShapeTypes types, SpecModel spec, HttpMapping members)
    {
        writer.Line($"// {DocText.Of(members.Http.Method)} {DocText.Of(members.Http.Path)}");
        writer.Open($"public async {HttpCode.Task} {NameOf(members)}({HttpCode.Context} context)");
        writer.Line($"var violations = new global::System.Collections.Generic.List<{HttpCode.Violation(types)}>();");
        WriteOutside(writer, types, members);
        var isInBody = members.Partition.Location == MemberLocation.Body;
        if (!isInBody)
        {
            WriteAuthorize(writer, JsonCode.VariableOf(members.Partition));
        }

        WriteRequest(writer, types, spec, members);
        if (isInBody)
        {
            WriteAuthorize(writer, Code.Of($"request.{Identifier.Of(members.Partition.Identifier)}"));
        }

        var validator = Code.Of($"global::{types.Namespace}.{Identifier.Of(members.Input.Name + "Validator")}");
        writer.Line($$"""
            if (!{{validator}}.IsValid(request))
            {
                violations.AddRange({{validator}}.Validate(request));
            }

            Requests.Refuse(violations);
            var response = await Service(context).{{Identifier.Of(members.Operation.Name + "Async")}}(request, context.RequestAborted).ConfigureAwait(false);
            await Answers.WriteAsync(context, 200, global::{{types.Namespace}}.{{JsonCode.ClassOf(spec)}}.SerializeToUtf8Bytes(response)).ConfigureAwait(false);
            """);
        writer.Close();
    }

    public static void WriteAuthorize(CodeWriter writer, Code partition) =>
        writer.Line($"await Guard.AuthorizeAsync(authorize, context, {partition}).ConfigureAwait(false);");

    /// <summary>Writes the variables for the members outside the body.</summary>
    public static void WriteOutside(CodeWriter writer, ShapeTypes types, HttpMapping members)
    {
        var text = new HttpTextValue(types);
        var segments = members.Segments.ToList();
        foreach (var member in members.OutsideBody)
        {
            if (member.Location == MemberLocation.Path)
            {
                var index = segments.FindIndex(segment => segment.Member == member);
                writer.Line($"var {JsonCode.VariableOf(member)} = Requests.Segment(context, {CSharpLiteral.Of(HttpRoute.ParameterAt(members, index))}, {segments.Count - index});");
                continue;
            }

            var variable = JsonCode.VariableOf(member);
            var source = Code.Of(member.Location == MemberLocation.Query ? $"Query" : (CodeText)$"Header");
            writer.Line($"var {TextOf(member)} = Requests.{source}(context, {CSharpLiteral.Of(member.Name)});");
            writer.Line($"var {variable} = {text.Read(member, TextOf(member))};");
        }
    }

    /// <summary>Writes the variable for the request, from the body and from the members outside it.</summary>
    public static void WriteRequest(CodeWriter writer, ShapeTypes types, SpecModel spec, HttpMapping members)
    {
        var outside = members.OutsideBody.ToList();
        if (members.HasBody)
        {
            var arguments = Code.Join(string.Empty, outside.Select(member => Code.Of($", {JsonCode.VariableOf(member)}")));
            writer.Line($$"""
                var body = await Requests.BodyAsync(context, MaxRequestBodySize).ConfigureAwait(false);
                {{types.TypeOf(members.Input.Name)}} request;
                try
                {
                    request = global::{{types.Namespace}}.{{JsonCode.ClassOf(spec)}}.{{Identifier.Of("Deserialize" + members.Operation.Name + "Body")}}(body.Span{{arguments}});
                }
                catch ({{JsonCode.Exception}} e)
                {
                    throw Requests.Unreadable(violations, e);
                }

                """);
            return;
        }

        var values = Code.Join(", ", outside.Select(member => Code.Of($"{Identifier.Of(member.Identifier)} = {JsonCode.VariableOf(member)}")));
        writer.Line($"var request = new {types.TypeOf(members.Input.Name)} {{ {values} }};");
    }

    /// <summary>The variable for the text of a member in the query or in a header.</summary>
    public static Identifier TextOf(Member member) => Identifier.Of(JsonCode.VariableOf(member).ToString().TrimStart('@') + "Text");
}
