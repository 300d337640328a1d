using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding;

/// <summary>Binds method and path of an operation, and checks the path against the input.</summary>
internal static class HttpBindingBinder
{
    private static readonly Regex s_placeholder = new(@"\{([^{}]*)\}", RegexOptions.CultureInvariant);
    private static readonly Regex s_path = new(@"\A(/([A-Za-z0-9._~$-]+|\{[A-Za-z_][A-Za-z0-9_]*\}))+\z", RegexOptions.CultureInvariant);

    /// <param name="node">The mapping.</param>
    /// <param name="input">What the path can name; null where that could not be read, and is not known.</param>
    /// <param name="context">The spec.</param>
    public static HttpBinding? Bind(YamlNode? node, Shape? input, BindingContext context)
    {
        if (node is null || MappingReader.Of(node, "'http'", context.Findings) is not { } reader)
        {
            return null;
        }

        _ = reader.Required("method");
        var method = reader.Choice("method", "GET", "PUT", "POST", "DELETE", "PATCH");
        var path = reader.RequiredScalar("path");
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

        if (input is null)
        {
            return null;
        }

        var names = NamesIn(path.Value).ToArray();
        foreach (var name in names)
        {
            var member = input.Members.FirstOrDefault(m => m.Name == name);
            if (member is not { Required: true } || context.Shapes[member.Shape].Kind != ShapeKind.Text)
            {
                context.Findings.Add(ShapeRules.InvalidPath, path.Span, $"The path names {{{name}}}, which must be a required member of the input whose shape is a string");
                return null;
            }
        }

        var stray = input.Members.FirstOrDefault(m => IsElsewhere(m, names.Contains(m.Name)));
        if (stray is not null)
        {
            context.Findings.Add(ShapeRules.InvalidPath, path.Span, stray.Location == MemberLocation.Path
                ? $"The member '{stray.Name}' is to be in the path, which does not name it; add {{{stray.Name}}}, or take its 'in' away"
                : $"The path names {{{stray.Name}}}, whose 'in' puts it elsewhere; take one of the two away");
            return null;
        }

        var whole = input.Members.FirstOrDefault(m => m.Location is MemberLocation.Query or MemberLocation.Header && IsMore(context.Shapes[m.Shape]));
        if (whole is not null)
        {
            context.Findings.Add(ShapeRules.InvalidPath, path.Span, $"The member '{whole.Name}' is to be in the query or a header, where only a single value can be; let it travel in the body");
            return null;
        }

        return new HttpBinding(method, path.Value);
    }

    /// <summary>The members that a path names, in its order.</summary>
    public static IEnumerable<string> NamesIn(string path) => s_placeholder.Matches(path).Cast<Match>().Select(match => match.Groups[1].Value);

    private static bool IsMore(Shape shape) => shape.Kind is ShapeKind.List or ShapeKind.Map or ShapeKind.Structure;

    private static bool IsElsewhere(Member member, bool isNamed) =>
        isNamed ? member.Location is MemberLocation.Query or MemberLocation.Header : member.Location == MemberLocation.Path;
}
