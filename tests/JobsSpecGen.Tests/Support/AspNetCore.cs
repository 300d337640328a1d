using Microsoft.AspNetCore.Http;
using Microsoft.CodeAnalysis;

namespace JobsSpecGen.Tests.Support;

/// <summary>ASP.NET Core: what a consumer that hosts a service refers to.</summary>
internal static class AspNetCore
{
    public static IEnumerable<MetadataReference> References { get; } =
        [.. Directory.GetFiles(Path.GetDirectoryName(typeof(HttpContext).Assembly.Location)!, "Microsoft.*.dll").Select(path => MetadataReference.CreateFromFile(path))];
}
