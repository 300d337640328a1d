using System.Linq;
using JobsSpecGen.Emission.Http.Messages;
using JobsSpecGen.Emission.Http.Server;
using JobsSpecGen.Emission.Json;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Http.Environment;

/// <summary>Emits the handler of one environment action.</summary>
internal static class HttpActionText
{
    /// <summary>Whether the requests or responses of an action have templates.</summary>
    public static bool UsesForms(HttpMapping action) => action.Http.Body is not null || action.Http.Answer is not null;

    public static void Write(CodeWriter writer, ShapeTypes types, SpecModel spec, HttpMapping action)
    {
        WriteForms(writer, types, action);
        writer.Line($"// {DocText.Of(action.Http.Method)} {DocText.Of(action.Http.Path)}");
        writer.Open($"public async {HttpCode.Task} {HttpHandlerText.NameOf(action)}({HttpCode.Context} context)");
        writer.Line($"var violations = new global::System.Collections.Generic.List<{HttpCode.Violation(types)}>();");
        HttpHandlerText.WriteOutside(writer, types, action);
        if (action.Partition.Location != MemberLocation.Body)
        {
            HttpHandlerText.WriteAuthorize(writer, JsonCode.VariableOf(action.Partition));
        }

        if (UsesForms(action))
        {
            WriteSheet(writer, types, action);
        }

        if (action.Http.Body is null)
        {
            HttpHandlerText.WriteRequest(writer, types, spec, action);
            WriteCheck(writer, types, action);
            WriteDoing(writer, action);
            writer.Line();
        }
        else
        {
            WriteMany(writer, types, spec, action);
        }

        var answer = action.Http.Answer is null ? Code.Of($"\"{{}}\"u8.ToArray()")
            : Code.Of($"global::System.Text.Encoding.UTF8.GetBytes({FormOf(action, "Answer")}.Fill({(action.Http.Body is null ? Code.Of($"sheet") : Code.Of($"sheets[0]"))})!)");
        writer.Line($"await Answers.WriteAsync(context, 200, {answer}).ConfigureAwait(false);");
        writer.Close();
    }

    private static Identifier FormOf(HttpMapping action, string what) => Identifier.Of("s_" + char.ToLowerInvariant(action.Operation.Name[0]) + action.Operation.Name.Substring(1) + what);

    private static void WriteForms(CodeWriter writer, ShapeTypes types, HttpMapping action)
    {
        var forms = new HttpTemplateCode(action, types);
        foreach (var field in QueryWithMembers(action))
        {
            writer.Line($"private static readonly Words {FormOf(action, "Query_" + field.Name)} = {forms.Of(field.Value)};");
        }

        if (action.Http.Body is { } body)
        {
            writer.Line($"private static readonly Form {FormOf(action, "Body")} = {forms.Of(body)};");
        }

        if (action.Http.Answer is { } answer)
        {
            writer.Line($"private static readonly Form {FormOf(action, "Answer")} = {forms.Of(answer)};");
        }

        if (UsesForms(action))
        {
            writer.Line();
        }
    }

    /// <summary>The query parameters with placeholders of members; only these are read.</summary>
    private static System.Collections.Generic.IEnumerable<TemplateField> QueryWithMembers(HttpMapping action) =>
        action.Http.Query.Where(field => ((Template.String)field.Value).Parts.Any(part => part.IsPlaceholder && action.Input.Members.Any(member => member.Name == part.Text)));

    private static void WriteSheet(CodeWriter writer, ShapeTypes types, HttpMapping action)
    {
        writer.Line($"var sheet = new Sheet();");
        foreach (var member in action.OutsideBody)
        {
            var (place, text) = member.Location == MemberLocation.Path ? ("the path", (Code)JsonCode.VariableOf(member))
                : (member.Location == MemberLocation.Query ? "the query" : "a header", HttpHandlerText.TextOf(member));
            writer.Line($"sheet.Add({CSharpLiteral.Of(member.Name)}, {text}, {CSharpLiteral.Of(HttpTemplateCode.IsText(types[member.Shape]))}, {CSharpLiteral.Of(place)});");
        }
    }

    private static void WriteMany(CodeWriter writer, ShapeTypes types, SpecModel spec, HttpMapping action)
    {
        var input = types.TypeOf(action.Input.Name);
        var outside = action.OutsideBody.ToList();
        var names = Code.Join(", ", action.In(MemberLocation.Body).Select(member => (Code)CSharpLiteral.Of(member.Name)));
        var request = action.HasBody
            ? Code.Of($"global::{types.Namespace}.{JsonCode.ClassOf(spec)}.{Identifier.Of("Deserialize" + action.Operation.Name + "Body")}(element.Body({names}){Code.Join(string.Empty, outside.Select(member => Code.Of($", {JsonCode.VariableOf(member)}")))})")
            : Code.Of($"new {input} {{ {Code.Join(", ", outside.Select(member => Code.Of($"{Identifier.Of(member.Identifier)} = {JsonCode.VariableOf(member)}")))} }}");
        writer.Line($$"""
            var body = await Requests.BodyAsync(context, MaxRequestBodySize).ConfigureAwait(false);
            global::System.Collections.Generic.IReadOnlyList<Sheet> sheets;
            """);
        writer.Open($"try");
        foreach (var field in QueryWithMembers(action))
        {
            writer.Line($"{FormOf(action, "Query_" + field.Name)}.Read(Requests.Query(context, {CSharpLiteral.Of(field.Name)}), {CSharpLiteral.Of(field.Name)}, sheet);");
        }

        writer.Line($"sheets = {FormOf(action, "Body")}.Read(body, sheet);");
        writer.Close();
        writer.Line($$"""
            catch ({{JsonCode.Exception}} e)
            {
                throw Requests.Unreadable(violations, e);
            }

            var requests = new global::System.Collections.Generic.List<{{input}}>();
            """);
        writer.Open($"foreach (var element in sheets)");
        writer.Line($$"""
            {{input}} request;
            try
            {
                request = {{request}};
            }
            catch ({{JsonCode.Exception}} e)
            {
                throw Requests.Unreadable(violations, element.AtItsPlace(e));
            }

            """);
        WriteCheck(writer, types, action);
        writer.Line($"requests.Add(request);");
        writer.Close();
        writer.Line();
        writer.Open($"foreach (var request in requests)");
        WriteDoing(writer, action);
        writer.Close();
        writer.Line();
    }

    private static void WriteCheck(CodeWriter writer, ShapeTypes types, HttpMapping action)
    {
        if (action.Partition.Location == MemberLocation.Body)
        {
            HttpHandlerText.WriteAuthorize(writer, Code.Of($"request.{Identifier.Of(action.Partition.Identifier)}"));
        }

        writer.Line($"""
            violations.AddRange(global::{types.Namespace}.{Identifier.Of(action.Input.Name + "Validator")}.Validate(request));
            Requests.Refuse(violations);
            """);
    }

    private static void WriteDoing(CodeWriter writer, HttpMapping action) => writer.Line($$"""
        try
        {
            await Service(context).{{Identifier.Of(action.Operation.Name + "Async")}}(request, context.RequestAborted).ConfigureAwait(false);
        }
        catch (global::System.NotSupportedException e)
        {
            throw new {{HttpCode.BadRequest}}(e.Message, 501);
        }
        """);
}
