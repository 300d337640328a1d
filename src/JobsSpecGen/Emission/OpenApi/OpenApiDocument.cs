using System.Linq;
using JobsSpecGen.Emission.Http.Messages;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.OpenApi;

/// <summary>Builds the OpenAPI document.</summary>
internal static class OpenApiDocument
{
    public const string Scheme = "signature";

    public static JsonMap Of(SpecModel spec)
    {
        var types = new ShapeTypes(spec);
        return new JsonMap
        {
            { "openapi", "3.1.0" },
            { "info", new JsonMap { { "title", spec.Title }, { "version", spec.Revision } } },
            { "paths", Paths(spec, types) },
            {
                "components", new JsonMap
                {
                    { "schemas", OpenApiSchemas.All(spec) },
                    { "securitySchemes", Schemes(spec) },
                }
            },
        };
    }

    /// <summary>In OpenAPI, paths that differ only in the names of parameters are one path; it has the names of the first.</summary>
    private static JsonMap Paths(SpecModel spec, ShapeTypes types)
    {
        var paths = new JsonMap();
        foreach (var group in HttpMapping.Of(spec, types).GroupBy(Form))
        {
            var first = group.First();
            var path = new JsonMap();
            foreach (var operation in group)
            {
                path.Add(operation.Http.Method.ToLowerInvariant(), OpenApiOperation.Of(spec, types, operation, first));
            }

            paths.Add(HttpRoute.Of(first), path);
        }

        return paths;
    }

    private static string Form(HttpMapping operation) => string.Concat(operation.Segments.Select(segment => segment.Member is null ? "/" + segment.Text : "/{}"));

    private static JsonMap? Schemes(SpecModel spec) => spec.SigningName is not { } name ? null : new JsonMap
    {
        {
            Scheme, new JsonMap
            {
                { "type", "apiKey" },
                { "in", "header" },
                { "name", "Authorization" },
                { "description", $"AWS Signature Version 4, with the signing name {name}. Wanted where the host verifies signatures." },
            }
        },
    };
}
