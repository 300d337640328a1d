using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits the codecs of error responses, and the exception for all other responses.</summary>
internal static class JsonErrorsEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var values = new JsonValueText(new ShapeTypes(spec));
        var writer = JsonCode.ForFile(spec);
        writer.Open($"public static partial class {JsonCode.ClassOf(spec)}");
        WriteMethods(writer, spec);
        writer.Line();
        writer.Open($"private static partial class Codecs");
        writer.Line($"/// <summary>The codecs of errors.</summary>");
        writer.Open($"internal static class Errors");
        ErrorWriteText.Write(writer, values, spec);
        writer.Line();
        ErrorReadText.Write(writer, values, spec);
        writer.Line();
        ErrorPartsText.Write(writer);
        writer.Close();
        writer.Close();
        writer.Close();
        writer.Line();
        HttpExceptionText.Write(writer, spec);
        return writer.ToSourceText();
    }

    private static void WriteMethods(CodeWriter writer, SpecModel spec)
    {
        var error = Identifier.Of(spec.Service + "Exception");
        writer.Line($$"""
            /// <summary>Writes the body of an error response: <c>message</c> and the data of the error. If the wire name of the error differs from its name, the body also has its name as <c>code</c>.</summary>
            public static void WriteError({{JsonCode.Writer}} writer, {{error}} error)
            {
                global::System.ArgumentNullException.ThrowIfNull(writer);
                global::System.ArgumentNullException.ThrowIfNull(error);
                Codecs.Errors.Write(writer, error);
            }

            /// <summary>The body of an error response, as JSON in UTF-8.</summary>
            public static byte[] SerializeErrorToUtf8Bytes({{error}} error)
            {
                global::System.ArgumentNullException.ThrowIfNull(error);
                using var output = new Output();
                Codecs.Errors.Write(output.Writer, error);
                return output.ToArray();
            }

            /// <summary>The error of a response, with the status code of the response.</summary>
            /// <remarks>
            /// The error type decides, regardless of the status code: the type in the header,
            /// or else <c>code</c> or <c>__type</c> in the body, without a namespace before <c>#</c> and without a suffix after <c>:</c>.
            /// An unknown type becomes a <see cref="{{HttpExceptionText.NameOf(spec)}}"/>.
            /// </remarks>
            /// <param name="httpStatus">The status code of the response.</param>
            /// <param name="errorType">The value of the header <c>x-amzn-ErrorType</c>; null if it is absent.</param>
            /// <param name="utf8Json">The body, which may be empty or not JSON.</param>
            public static {{error}} ReadError(int httpStatus, string? errorType, global::System.ReadOnlySpan<byte> utf8Json) =>
                Codecs.Errors.Read(httpStatus, errorType, utf8Json);
            """);
    }
}
