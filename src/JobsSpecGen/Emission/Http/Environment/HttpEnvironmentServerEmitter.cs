using System.Linq;
using JobsSpecGen.Emission.Http.Messages;
using JobsSpecGen.Emission.Http.Server;
using JobsSpecGen.Emission.Http.Signatures;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Http.Environment;

/// <summary>Emits the ASP.NET Core endpoints of the environment actions. They are in the same partial class as those of the service.</summary>
internal static class HttpEnvironmentServerEmitter
{
    /// <summary>Whether any environment action has an HTTP binding.</summary>
    public static bool IsNeeded(SpecModel spec) => spec.Operations.Any(operation => operation.IsEnvironment && operation.Http is not null);

    public static SourceText Emit(SpecModel spec)
    {
        var types = new ShapeTypes(spec);
        var actions = HttpMapping.OfEnvironment(spec, types).ToList();
        var environment = Code.Of($"I{Identifier.Of(spec.Service)}Environment");
        var handlers = Identifier.Of("EnvironmentHandlers");
        var writer = CodeWriter.ForFile(types.Namespace);
        writer.Open($"public static partial class {HttpServerEmitter.NameOf(spec)}");
        WriteMap(writer, spec, environment);
        HttpServerEmitter.WriteMapBody(writer, spec, handlers, Identifier.Of("environment"), actions);
        writer.Close();
        writer.Line();
        writer.Line($"/// <summary>The handlers of the environment actions.</summary>");
        writer.Open($"private sealed class {handlers}({environment}? service, {HttpCode.Authorize}? authorize, int maxRequestBodySize)");
        HttpServerEmitter.WriteHead(writer, environment);
        foreach (var action in actions)
        {
            writer.Line();
            HttpActionText.Write(writer, types, spec, action);
        }

        writer.Close();
        if (actions.Any(HttpActionText.UsesForms))
        {
            writer.Line();
            HttpTemplateText.Write(writer);
            writer.Line();
            HttpPlaceholderValuesText.Write(writer);
        }

        writer.Close();
        return writer.ToSourceText();
    }

    private static void WriteMap(CodeWriter writer, SpecModel spec, Code environment)
    {
        writer.Line($$"""
            /// <summary>Maps an endpoint for every environment action with an HTTP binding in the spec: for tests, and for hosts that offer these actions.</summary>
            /// <remarks>
            /// A request may contain several actions, one for each element of a list. All of them are validated before the first one runs; then
            /// they run in order. If one is rejected, the preceding ones stay in effect, and its error is the response. An action that
            /// throws <see cref="global::System.NotSupportedException"/> gets 501 with the reason.
            /// </remarks>
            /// <param name="endpoints">The route builder: an application, or a group for a base path.</param>
            /// <param name="environment">The environment; null to resolve it from the application's services.</param>
            /// <param name="authorize">
            /// The authorization callback; it receives the request and the name of the {{DocText.Of(spec.Partition.Row)}}. The name is not validated yet and
            /// may violate constraints. If it returns false, the response is 403, before any action runs. Null allows all requests.
            /// </param>
            /// <param name="maxRequestBodySize">The maximum size of a request body in bytes; a larger body gets 413.</param>
            {{HttpSignatureText.DocumentationOf(spec)}}/// <returns>The group of the endpoints, for conventions such as rate limits.</returns>
            public static {{HttpCode.AspNet}}.Routing.RouteGroupBuilder {{Identifier.Of("Map" + spec.Service + "Environment")}}(
                this {{HttpCode.AspNet}}.Routing.IEndpointRouteBuilder endpoints,
                {{environment}}? environment = null,
                {{HttpCode.Authorize}}? authorize = null,
                int maxRequestBodySize = DefaultMaxRequestBodySize{{HttpSignatureText.OptionalParameterOf(spec)}})
            """);
        writer.Open();
    }
}
