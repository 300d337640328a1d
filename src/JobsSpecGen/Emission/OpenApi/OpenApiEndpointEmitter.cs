using JobsSpecGen.Emission.Http.Messages;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.OpenApi;

/// <summary>Emits the endpoint that serves the OpenAPI document.</summary>
internal static class OpenApiEndpointEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var writer = CodeWriter.ForFile(Namespace.Of(spec.Namespace));
        writer.Line($$"""
            /// <summary>Serves the OpenAPI document of {{DocText.Of(spec.Title)}}.</summary>
            public static class {{Identifier.Of(spec.Service + "OpenApiServer")}}
            {
                /// <summary>Maps an endpoint that responds to GET with the OpenAPI document. It requires no signature and no authorization.</summary>
                /// <param name="endpoints">The route builder: the same application or group as the endpoints that the document describes.</param>
                /// <param name="pattern">The path of the endpoint.</param>
                /// <returns>The convention builder of the endpoint.</returns>
                public static {{HttpCode.AspNet}}.Builder.IEndpointConventionBuilder {{Identifier.Of("Map" + spec.Service + "OpenApi")}}(
                    this {{HttpCode.AspNet}}.Routing.IEndpointRouteBuilder endpoints,
                    string pattern = "/openapi.json")
                {
                    global::System.ArgumentNullException.ThrowIfNull(endpoints);
                    {{HttpCode.AspNet}}.Http.RequestDelegate handle = static context =>
                    {
                        var json = global::{{Namespace.Of(spec.Namespace)}}.{{Identifier.Of(spec.Service + "OpenApi")}}.Json;
                        context.Response.ContentType = "application/json";
                        context.Response.ContentLength = json.Length;
                        global::System.Buffers.BuffersExtensions.Write(context.Response.BodyWriter, json);
                        return global::System.Threading.Tasks.Task.CompletedTask;
                    };
                    return {{HttpCode.AspNet}}.Builder.EndpointRouteBuilderExtensions.MapMethods(endpoints, pattern, new[] { "GET" }, handle);
                }
            }
            """);
        return writer.ToSourceText();
    }
}
