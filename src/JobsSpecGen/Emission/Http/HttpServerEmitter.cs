using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Http.Signatures;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Http;

/// <summary>The service as its host lays it under a path of ASP.NET Core: one endpoint an operation.</summary>
internal static class HttpServerEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var types = new ShapeTypes(spec);
        var operations = HttpMembers.Of(spec, types).ToList();
        var writer = CodeWriter.ForFile(types.Namespace);
        writer.Line($"/// <summary>{DocText.Of(spec.Title)} behind HTTP, as REST-JSON, without reflection.</summary>");
        writer.Open($"public static class {Identifier.Of(spec.Service + "HttpServer")}");
        writer.Line($$"""
            /// <summary>The size of a request's body that is taken where nothing else is said, in bytes.</summary>
            public const int DefaultMaxRequestBodySize = 256 * 1024;

            """);
        WriteMap(writer, spec, operations);
        writer.Line();
        writer.Line($"/// <summary>What the endpoints do.</summary>");
        writer.Open($"private sealed class Handlers(I{Identifier.Of(spec.Service)}? service, {Authorize}? authorize, int maxRequestBodySize)");
        writer.Line($"private int MaxRequestBodySize {{ get; }} = maxRequestBodySize;");
        writer.Line();
        foreach (var operation in operations)
        {
            HttpHandlerText.Write(writer, types, spec, operation);
            writer.Line();
        }

        HttpGuardText.Write(writer, types, spec);
        HttpSignatureText.WriteCheck(writer, spec);
        writer.Close();
        writer.Line();
        HttpRequestsText.Write(writer, types, spec);
        writer.Line();
        HttpTextsText.Write(writer, types);
        writer.Line();
        HttpAnswersText.Write(writer, types, spec);
        writer.Close();
        return writer.ToSourceText();
    }

    private static Code Authorize { get; } = Code.Of($"global::System.Func<{HttpCode.Context}, string, global::System.Threading.Tasks.ValueTask<bool>>");

    private static void WriteMap(CodeWriter writer, SpecModel spec, IReadOnlyList<HttpMembers> operations)
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
                {{Authorize}}? authorize = null,
                int maxRequestBodySize = DefaultMaxRequestBodySize{{HttpSignatureText.OptionalParameterOf(spec)}})
            """);
        writer.Open();
        writer.Line($$"""
            global::System.ArgumentNullException.ThrowIfNull(endpoints);
            var handlers = new Handlers(service, authorize, maxRequestBodySize);
            var group = {{HttpCode.AspNet}}.Builder.EndpointRouteBuilderExtensions.MapGroup(endpoints, "");
            """);
        foreach (var operation in operations)
        {
            writer.Line($"Map({CSharpLiteral.Of(operation.Http.Method)}, {CSharpLiteral.Of(HttpRoute.Of(operation))}, handlers.{HttpHandlerText.NameOf(operation)});");
        }

        writer.Line($"return group;");
        writer.Line();
        writer.Open($"void Map(string method, string pattern, {HttpCode.AspNet}.Http.RequestDelegate handle)");
        HttpSignatureText.WriteWrapping(writer, spec);
        writer.Line($$"""
            {{HttpCode.AspNet}}.Http.RequestDelegate guarded = context => handlers.GuardAsync(context, handle);
            {{HttpCode.AspNet}}.Builder.EndpointRouteBuilderExtensions.MapMethods(group, pattern, new[] { method }, guarded);
            """);
        writer.Close();
        writer.Close();
    }
}
