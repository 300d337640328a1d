using System.Linq;
using JobsSpecGen.Emission.Http.Messages;
using JobsSpecGen.Emission.Json;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Http.Client;

/// <summary>Emits the HTTP client.</summary>
internal static class HttpClientEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var types = new ShapeTypes(spec);
        var writer = CodeWriter.ForFile(types.Namespace);
        var name = Identifier.Of(spec.Service + "HttpClient");
        writer.Line($$"""
            /// <summary>{{DocText.Of(spec.Title)}} over HTTP, as REST-JSON. Thread-safe.</summary>
            /// <remarks>
            /// Retries, signatures and timeouts belong to the message handlers of the <see cref="{{HttpCode.Http}}.HttpClient"/>.
            /// An error response of the spec becomes its exception. Any other unsuccessful response, and one that cannot be read, becomes a
            /// <see cref="{{HttpExceptionText.NameOf(spec)}}"/>. Values that a path or JSON cannot represent are rejected before a request is sent.
            /// </remarks>
            """);
        writer.Open($"public sealed class {name} : I{Identifier.Of(spec.Service)}");
        WriteHead(writer, name);
        var operations = HttpMapping.Of(spec, types).ToList();
        foreach (var members in operations)
        {
            writer.Line();
            WriteOperation(writer, types, spec, members);
            writer.Line();
            HttpMessageText.Write(writer, types, spec, members);
        }

        foreach (var operation in spec.Operations.Where(operation => !operation.IsEnvironment && operation.Http is null))
        {
            writer.Line();
            WriteUnbound(writer, types, operation);
        }

        writer.Line();
        HttpClientPartsText.Write(writer, types, spec, operations);
        writer.Close();
        return writer.ToSourceText();
    }

    private static void WriteHead(CodeWriter writer, Identifier name) => writer.Line($$"""
        private readonly {{HttpCode.Http}}.HttpClient _http;
        private readonly string _address;

        /// <summary>Creates a client.</summary>
        /// <param name="http">Sends the requests. The caller keeps ownership.</param>
        /// <param name="address">The address of the service, including a base path if there is one; null for the base address of <paramref name="http"/>.</param>
        /// <exception cref="global::System.ArgumentException">The address is not absolute.</exception>
        public {{name}}({{HttpCode.Http}}.HttpClient http, global::System.Uri? address = null)
        {
            global::System.ArgumentNullException.ThrowIfNull(http);
            _http = http;
            _address = (address ?? http.BaseAddress) is { IsAbsoluteUri: true } absolute
                ? absolute.GetLeftPart(global::System.UriPartial.Path).TrimEnd('/')
                : throw new global::System.ArgumentException("The address of the service is needed: here, or as the base address of the client.", nameof(address));
        }
        """);

    private static void WriteOperation(CodeWriter writer, ShapeTypes types, SpecModel spec, HttpMapping members)
    {
        var output = members.Operation.Output!;
        var json = Code.Of($"global::{types.Namespace}.{JsonCode.ClassOf(spec)}");
        writer.Line($"/// <inheritdoc/>");
        writer.Open($"public async {Signature(types, members.Operation)}");
        writer.Line($"""
            global::System.ArgumentNullException.ThrowIfNull(request);
            using var message = ToMessage(request);
            return await CallAsync(message, {json}.{Identifier.Of("Deserialize" + output)}, cancellationToken).ConfigureAwait(false);
            """);
        writer.Close();
    }

    /// <summary>
    /// Writes a method that throws, for an operation whose path has errors. They are reported in the spec; the compiler must not
    /// report a missing method too.
    /// </summary>
    private static void WriteUnbound(CodeWriter writer, ShapeTypes types, OperationModel operation)
    {
        writer.Line($"/// <inheritdoc/>");
        writer.Line($"public {Signature(types, operation)} =>");
        writer.Line($"    throw new global::System.NotSupportedException(\"The spec does not say where this operation is over HTTP.\");");
    }

    private static Code Signature(ShapeTypes types, OperationModel operation) =>
        Code.Of($"global::System.Threading.Tasks.ValueTask<{types.TypeOf(operation.Output!)}> {Identifier.Of(operation.Name + "Async")}({types.TypeOf(operation.Input)} request, global::System.Threading.CancellationToken cancellationToken = default)");
}
