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
        writer.Line($"/// <summary>{DocText.Of(spec.Title)} behind HTTP, as REST-JSON, without reflection.</summary>");
        writer.Open($"public static partial class {NameOf(spec)}");
        writer.Line($$"""
            /// <summary>The size of a request's body that is taken where nothing else is said, in bytes.</summary>
            public const int DefaultMaxRequestBodySize = 256 * 1024;

            """);
        WriteMap(writer, spec, operations);
        writer.Line();
        writer.Line($"/// <summary>What the endpoints do.</summary>");
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
            /// <summary>Adds an endpoint for every operation.</summary>
            /// <param name="endpoints">Where to add them: an application, or a group of it for another path.</param>
            /// <param name="service">Who answers; null for the one among the application's services.</param>
            /// <param name="authorize">
            /// Whether a request may go on, by what it says of itself and the name of the {{DocText.Of(spec.Partition.Row)}} that it is for. The name is as it was sent, and
            /// may break constraints. Whoever may not gets 403, before anything else of the request is looked at. Null lets everybody.
            /// </param>
            /// <param name="maxRequestBodySize">The most bytes that a request's body may have; one that has more gets 413.</param>
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
