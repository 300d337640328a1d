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

        foreach (var name in s_placeholder.Matches(path.Value).Cast<Match>().Select(match => match.Groups[1].Value))
        {
            var member = input.Members.FirstOrDefault(m => m.Name == name);
            if (member is not { Required: true } || context.Shapes[member.Shape].Kind != ShapeKind.Text)
            {
                context.Findings.Add(ShapeRules.InvalidPath, path.Span, $"The path names {{{name}}}, which must be a required member of the input whose shape is a string");
                return null;
            }
        }

        return new HttpBinding(method, path.Value);
    }
}
