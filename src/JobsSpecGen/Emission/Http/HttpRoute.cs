using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Http;

/// <summary>A path as ASP.NET Core routes it. There, names of parameters that differ only by case are the same, and none may come twice.</summary>
internal static class HttpRoute
{
    public static string Of(HttpMembers operation) =>
        string.Concat(operation.Segments.Select((segment, index) => "/" + (segment.Member is null ? segment.Text : "{" + ParameterAt(operation, index) + "}")));

    /// <summary>The name of the parameter at a segment.</summary>
    public static string ParameterAt(HttpMembers operation, int index)
    {
        var segments = operation.Segments.ToList();
        var name = segments[index].Member!.Name;
        return segments.Take(index).Any(segment => string.Equals(segment.Member?.Name, name, System.StringComparison.OrdinalIgnoreCase)) ? name + "_" + index : name;
    }
}
