using System.Linq;

namespace JobsSpecGen.Emission.Http.Messages;

/// <summary>The ASP.NET Core route of a path. Its parameter names are case-insensitive, and each may occur once.</summary>
internal static class HttpRoute
{
    public static string Of(HttpMapping operation) =>
        string.Concat(operation.Segments.Select((segment, index) => "/" + (segment.IsPlaceholder ? "{" + ParameterAt(operation, index) + "}" : segment.Text)));

    /// <summary>The name of the parameter at a segment.</summary>
    public static string ParameterAt(HttpMapping operation, int index)
    {
        var segments = operation.Segments.ToList();
        var name = segments[index].Text;
        return segments.Take(index).Any(segment => segment.IsPlaceholder && string.Equals(segment.Text, name, System.StringComparison.OrdinalIgnoreCase)) ? name + "_" + index : name;
    }
}
