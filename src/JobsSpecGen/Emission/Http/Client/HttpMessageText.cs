using System.Linq;
using JobsSpecGen.Emission.Http.Messages;
using JobsSpecGen.Emission.Json;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Http.Client;

/// <summary>Emits the method of the client that converts a request to an HTTP message.</summary>
internal static class HttpMessageText
{
    public static void Write(CodeWriter writer, ShapeTypes types, SpecModel spec, HttpMapping members)
    {
        var text = new HttpTextValue(types);
        writer.Line($"// {DocText.Of(members.Http.Method)} {DocText.Of(members.Http.Path)}");
        writer.Open($"private {HttpCode.Http}.HttpRequestMessage ToMessage({types.TypeOf(members.Input.Name)} request)");
        writer.Open($"try");
        writer.Line($"var message = NewMessage({HttpCode.Http}.HttpMethod.{MethodOf(members.Http)}, {Path(members)}{Query(members, text)});");
        if (members.HasBody)
        {
            writer.Line($"message.Content = Json(global::{types.Namespace}.{JsonCode.ClassOf(spec)}.SerializeBodyToUtf8Bytes(request));");
        }

        foreach (var member in members.In(MemberLocation.Header))
        {
            writer.Line($"AddHeader(message, {CSharpLiteral.Of(member.Name)}, {text.Write(member)});");
        }

        writer.Line($"return message;");
        writer.Close();
        writer.Open($"catch (global::System.Exception e) when (e is global::System.ArgumentException or global::System.FormatException)");
        writer.Line($"throw Refused(global::{types.Namespace}.{Identifier.Of(members.Input.Name + "Validator")}.Validate(request), e);");
        writer.Close();
        writer.Close();
    }

    private static Identifier MethodOf(HttpBinding http) => Identifier.Of(http.Method[0] + http.Method.Substring(1).ToLowerInvariant());

    private static Code Path(HttpMapping members) => Code.Join(" + ", members.Segments.Select(segment => segment.Member is { } member
        ? Code.Of($"Segment({CSharpLiteral.Of(member.Name)}, request.{Identifier.Of(member.Identifier)})")
        : (Code)CSharpLiteral.Of("/" + segment.Text)));

    private static Code Query(HttpMapping members, HttpTextValue text)
    {
        var pairs = members.In(MemberLocation.Query).Select(member => Code.Of($"({CSharpLiteral.Of(member.Name)}, {text.Write(member)})")).ToList();
        return pairs.Count == 0 ? Code.Empty : Code.Of($" + Query({Code.Join(", ", pairs)})");
    }
}
