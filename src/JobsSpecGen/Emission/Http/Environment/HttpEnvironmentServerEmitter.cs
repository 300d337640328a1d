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
        writer.Line($"/// <summary>What the endpoints of the rest of the world do.</summary>");
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
            /// <summary>Adds an endpoint for every action of the rest of the world that the spec lays on HTTP: for tests, and for hosts that let others arrange things.</summary>
            /// <remarks>
            /// A request may ask for several actions, one for each element of a list. All of them are checked before the first is done; then they are
            /// done one after the other. If one is refused, those before it stay done, and its error is the answer. An action that
            /// throws <see cref="global::System.NotSupportedException"/> is answered with 501 and the reason.
            /// </remarks>
            /// <param name="endpoints">Where to add them: an application, or a group of it for another path.</param>
            /// <param name="environment">Who does it; null for the one among the application's services.</param>
            /// <param name="authorize">
            /// Whether a request may go on, by what it says of itself and the name of the {{DocText.Of(spec.Partition.Row)}} that it is for. The name is as it was sent, and
            /// may break constraints. Whoever may not gets 403, before anything is done. Null lets everybody.
            /// </param>
            /// <param name="maxRequestBodySize">The most bytes that a request's body may have; one that has more gets 413.</param>
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
