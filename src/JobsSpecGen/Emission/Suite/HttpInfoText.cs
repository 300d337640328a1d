using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Http.Messages;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Suite;

/// <summary>Emits the HTTP bindings of operations as data for the engine.</summary>
internal static class HttpInfoText
{
    public static Code Of(HttpBinding http, Shape input)
    {
        var settings = Settings(http, input).ToArray();
        var start = Code.Of($"new({CSharpLiteral.Of(http.Method)}, {CSharpLiteral.Of(http.Path)})");
        return settings.Length == 0 ? start : Code.Of($"{start} {{ {Code.Join(", ", settings)} }}");
    }

    public static Code Of(ErrorModel error) =>
        Code.Of($"new({CSharpLiteral.Of(error.Name)}, {error.Status}, {CSharpLiteral.Of(error.WireName)})");

    public static Code Of(WireClause clause) =>
        Code.Of($"[{Engine.Namespace}.WireRule.{Identifier.Of(clause.Rule)}] = {CSharpLiteral.Of(clause.Clause)}");

    private static IEnumerable<Code> Settings(HttpBinding http, Shape input)
    {
        var query = NamesIn(MemberLocation.Query, input);
        if (query.Length > 0)
        {
            yield return Code.Of($"QueryMembers = {Engine.Texts(query)}");
        }

        var headers = NamesIn(MemberLocation.Header, input);
        if (headers.Length > 0)
        {
            yield return Code.Of($"HeaderMembers = {Engine.Texts(headers)}");
        }

        if (http.Query.Count > 0)
        {
            yield return Code.Of($"FixedQuery = [{Code.Join(", ", http.Query.Select(field => Code.Of($"new({CSharpLiteral.Of(field.Name)}, {CSharpLiteral.Of(TemplateJson.TextOf((Template.String)field.Value))})")))}]");
        }

        if (http.Body is { } body)
        {
            yield return Code.Of($"Body = {CSharpLiteral.Of(TemplateJson.Of(body))}");
        }

        if (http.Given.Count > 0)
        {
            var given = http.Given.Select(text => Code.Of($"[{CSharpLiteral.Of(text.Name)}] = {CSharpLiteral.Of(text.Text)}"));
            yield return Code.Of($"Given = new global::System.Collections.Generic.Dictionary<string, string> {{ {Code.Join(", ", given)} }}");
        }
    }

    private static string[] NamesIn(MemberLocation location, Shape input) => [.. input.Members.Where(member => member.Location == location).Select(member => member.Name)];
}
