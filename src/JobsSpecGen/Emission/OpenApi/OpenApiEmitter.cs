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
            /// <summary>{DocText.Of(spec.Title)} as OpenAPI 3.1: paths, parameters, bodies, answers, errors, and the constraints of all of them.</summary>
            /// <remarks>
            /// It says what can be asked and answered, not how the service behaves. A bound of the length of a text counts UTF-16 code units
            /// in the spec, and characters in OpenAPI: there a text that is too long by its emojis passes.
            /// </remarks>
            """);
        writer.Open($"public static class {Identifier.Of(spec.Service + "OpenApi")}");
        writer.Line($"/// <summary>The document: JSON in UTF-8.</summary>");
        writer.Line($"public static global::System.ReadOnlySpan<byte> Json => {CSharpLiteral.OfJson(JsonDocumentText.Of(OpenApiDocument.Of(spec)))}u8;");
        writer.Close();
        return writer.ToSourceText();
    }
}
