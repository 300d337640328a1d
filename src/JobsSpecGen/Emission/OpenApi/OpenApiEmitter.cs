using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.OpenApi;

/// <summary>Emits the OpenAPI document of the service.</summary>
internal static class OpenApiEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var writer = CodeWriter.ForFile(Namespace.Of(spec.Namespace));
        writer.Line($"""
            /// <summary>{DocText.Of(spec.Title)} as an OpenAPI 3.1 document: paths, parameters, bodies, responses, errors, and all constraints.</summary>
            /// <remarks>
            /// It describes requests and responses, not behaviour. The length of a text is counted in UTF-16 code units in the spec,
            /// and in characters in OpenAPI, which therefore accepts some texts with emojis that the spec rejects as too long.
            /// </remarks>
            """);
        writer.Open($"public static class {Identifier.Of(spec.Service + "OpenApi")}");
        writer.Line($"/// <summary>The document as JSON in UTF-8.</summary>");
        writer.Line($"public static global::System.ReadOnlySpan<byte> Json => {CSharpLiteral.OfJson(JsonDocumentText.Of(OpenApiDocument.Of(spec)))}u8;");
        writer.Close();
        return writer.ToSourceText();
    }
}
