using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Http.Messages;
using JobsSpecGen.Emission.Http.Signatures;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Http.Server;

/// <summary>Emits the ASP.NET Core endpoints of the service, one for each operation.</summary>
internal static class HttpServerEmitter
{
    public static Identifier NameOf(SpecModel spec) => Identifier.Of(spec.Service + "HttpServer");

    public static SourceText Emit(SpecModel spec)
    {
        var types = new ShapeTypes(spec);
        var operations = HttpMapping.Of(spec, types).ToList();
        var writer = CodeWriter.ForFile(types.Namespace);
        writer.Line($"/// <summary>{DocText.Of(spec.Title)} over HTTP, as REST-JSON, without reflection.</summary>");
        writer.Open($"public static partial class {NameOf(spec)}");
        writer.Line($$"""
            /// <summary>The default maximum size of a request body, in bytes.</summary>
            public const int DefaultMaxRequestBodySize = 256 * 1024;

            """);
        WriteMap(writer, spec, operations);
        writer.Line();
        writer.Line($"/// <summary>The handlers of the endpoints.</summary>");
        writer.Open($"private sealed class Handlers(I{Identifier.Of(spec.Service)}? service, {HttpCode.Authorize}? authorize, int maxRequestBodySize)");
        WriteHead(writer, Code.Of($"I{Identifier.Of(spec.Service)}"));
        foreach (var operation in operations)
        {
            writer.Line();
            HttpHandlerText.Write(writer, types, spec, operation);
        }

        writer.Close();
        writer.Line();
        HttpGuardText.Write(writer, types, spec);
        writer.Line();
        HttpRequestsText.Write(writer, types, spec);
        writer.Line();
        HttpTextValuesText.Write(writer, types);
        writer.Line();
        HttpResponsesText.Write(writer, types, spec);
        writer.Close();
        return writer.ToSourceText();
    }

    /// <summary>Writes the first members of a class of handlers.</summary>
    public static void WriteHead(CodeWriter writer, Code service) => writer.Line($$"""
        private int MaxRequestBodySize { get; } = maxRequestBodySize;

        private {{service}} Service({{HttpCode.Context}} context) =>
            service ?? global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<{{service}}>(context.RequestServices);
        """);

    private static void WriteMap(CodeWriter writer, SpecModel spec, IReadOnlyList<HttpMapping> operations)
    {
        writer.Line($$"""
            /// <summary>Maps an endpoint for every operation.</summary>
            /// <param name="endpoints">The route builder: an application, or a group for a base path.</param>
            /// <param name="service">The service; null to resolve it from the application's services.</param>
            /// <param name="authorize">
            /// The authorization callback; it receives the request and the name of the {{DocText.Of(spec.Partition.Row)}}. The name is not validated yet and
            /// may violate constraints. If it returns false, the response is 403, before any other part of the request is read. Null allows all requests.
            /// </param>
            /// <param name="maxRequestBodySize">The maximum size of a request body in bytes; a larger body gets 413.</param>
            {{HttpSignatureText.DocumentationOf(spec)}}/// <returns>The group of the endpoints, for conventions such as rate limits.</returns>
            public static {{HttpCode.AspNet}}.Routing.RouteGroupBuilder {{Identifier.Of("Map" + spec.Service)}}(
                this {{HttpCode.AspNet}}.Routing.IEndpointRouteBuilder endpoints,
                I{{Identifier.Of(spec.Service)}}? service = null,
                {{HttpCode.Authorize}}? authorize = null,
                int maxRequestBodySize = DefaultMaxRequestBodySize{{HttpSignatureText.OptionalParameterOf(spec)}})
            """);
        writer.Open();
        WriteMapBody(writer, spec, Identifier.Of("Handlers"), Identifier.Of("service"), operations);
        writer.Close();
        writer.Line();
        writer.Open($"private static void Map({HttpCode.AspNet}.Routing.RouteGroupBuilder group, string method, string pattern, {HttpCode.AspNet}.Http.RequestDelegate handle{HttpSignatureText.ParametersOf(spec)})");
        HttpSignatureText.WriteWrapping(writer, spec);
        writer.Line($$"""
            {{HttpCode.AspNet}}.Http.RequestDelegate guarded = context => Guard.HandleAsync(context, handle);
            {{HttpCode.AspNet}}.Builder.EndpointRouteBuilderExtensions.MapMethods(group, pattern, new[] { method }, guarded);
            """);
        writer.Close();
    }

    /// <summary>Writes the mapping of endpoints.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="spec">The spec.</param>
    /// <param name="handlers">The type with the handlers.</param>
    /// <param name="service">The parameter with the service.</param>
    /// <param name="operations">The operations to map.</param>
    public static void WriteMapBody(CodeWriter writer, SpecModel spec, Identifier handlers, Identifier service, IEnumerable<HttpMapping> operations)
    {
        writer.Line($$"""
            global::System.ArgumentNullException.ThrowIfNull(endpoints);
            var handlers = new {{handlers}}({{service}}, authorize, maxRequestBodySize);
            var group = {{HttpCode.AspNet}}.Builder.EndpointRouteBuilderExtensions.MapGroup(endpoints, "");
            """);
        foreach (var operation in operations)
        {
            writer.Line($"Map(group, {CSharpLiteral.Of(operation.Http.Method)}, {CSharpLiteral.Of(HttpRoute.Of(operation))}, handlers.{HttpHandlerText.NameOf(operation)}{HttpSignatureText.ArgumentsOf(spec)});");
        }

        writer.Line($"return group;");
    }
}
