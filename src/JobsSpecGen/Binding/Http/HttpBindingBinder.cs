using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using JobsSpecGen.Binding.Context;
using JobsSpecGen.Binding.Nodes;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Http;

/// <summary>Binds the <c>http</c> mapping of an operation or action, and checks its path against the input.</summary>
internal static class HttpBindingBinder
{
    private static readonly Regex s_placeholder = new(@"\{([^{}]*)\}", RegexOptions.CultureInvariant);
    private static readonly Regex s_path = new(@"\A(/([A-Za-z0-9._~$-]+|\{[A-Za-z_][A-Za-z0-9_]*\}))+\z", RegexOptions.CultureInvariant);

    /// <param name="node">The mapping.</param>
    /// <param name="input">The input, whose members the path can name; null if it has errors.</param>
    /// <param name="isAction">Whether it belongs to an environment action, which allows more keys.</param>
    /// <param name="context">The spec.</param>
    public static HttpBinding? Bind(YamlNode? node, Shape? input, bool isAction, BindingContext context)
    {
        if (node is null || MappingReader.Of(node, "'http'", context.Findings) is not { } reader)
        {
            return null;
        }

        _ = reader.Required("method");
        var method = reader.Choice("method", "GET", "PUT", "POST", "DELETE", "PATCH");
        var path = reader.RequiredScalar("path");
        var action = isAction ? new ActionHttpBinder(reader, context) : null;
        reader.RejectOthers();
        if (path is null)
        {
            return null;
        }

        if (!s_path.IsMatch(path.Value))
        {
            context.Findings.Add(ShapeRules.InvalidPath, path.Span, $"'{path.Value}' is no path: it starts with '/', and each of its segments is plain text or one {{member}}");
            return null;
        }

        if (input is null || !FitsPath(path, input, action, context))
        {
            return null;
        }

        var binding = new HttpBinding(method, path.Value);
        return action is null ? binding : action.Complete(binding, input);
    }

    /// <summary>The placeholders of a path, in order.</summary>
    public static IEnumerable<string> NamesIn(string path) => s_placeholder.Matches(path).Cast<Match>().Select(match => match.Groups[1].Value);

    /// <summary>The method and the path without the names of placeholders: requests with the same address are indistinguishable. Servers ignore the case of paths.</summary>
    public static string AddressOf(HttpBinding binding) => binding.Method + " " + s_placeholder.Replace(binding.Path, "{}").ToUpperInvariant();

    /// <summary>Whether a shape has values that plain text cannot represent.</summary>
    public static bool IsMore(Shape shape) => shape.Kind is ShapeKind.List or ShapeKind.Map or ShapeKind.Structure;

    private static bool FitsPath(YamlScalar path, Shape input, ActionHttpBinder? action, BindingContext context)
    {
        var names = NamesIn(path.Value).ToArray();
        foreach (var name in names.Where(name => action?.GivenNames.Contains(name) != true))
        {
            var member = input.Members.FirstOrDefault(m => m.Name == name);
            if (member is not { Required: true } || context.Shapes[member.Shape].Kind != ShapeKind.Text)
            {
                context.Findings.Add(ShapeRules.InvalidPath, path.Span, $"The path names {{{name}}}, which must be a required member of the input whose shape is a string{(action is null ? "" : ", or a name under 'given'")}");
                return false;
            }
        }

        var stray = input.Members.FirstOrDefault(m => IsElsewhere(m, names.Contains(m.Name)));
        if (stray is not null)
        {
            context.Findings.Add(ShapeRules.InvalidPath, path.Span, stray.Location == MemberLocation.Path
                ? $"The member '{stray.Name}' is to be in the path, which does not name it; add {{{stray.Name}}}, or take its 'in' away"
                : $"The path names {{{stray.Name}}}, whose 'in' puts it elsewhere; take one of the two away");
            return false;
        }

        var whole = input.Members.FirstOrDefault(m => m.Location is MemberLocation.Query or MemberLocation.Header && IsMore(context.Shapes[m.Shape]));
        if (whole is not null)
        {
            context.Findings.Add(ShapeRules.InvalidPath, path.Span, $"The member '{whole.Name}' is to be in the query or a header, where only a single value can be; let it travel in the body");
            return false;
        }

        return true;
    }

    private static bool IsElsewhere(Member member, bool isNamed) =>
        isNamed ? member.Location is MemberLocation.Query or MemberLocation.Header : member.Location == MemberLocation.Path;
}
