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
        writer.Line($"/// <summary>How errors are written, and found again.</summary>");
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
            /// <summary>Writes the body of an answer that is an error: <c>message</c> and the data that the error carries; where the error goes by another name over the wire, its own as <c>code</c>.</summary>
            public static void WriteError({{JsonCode.Writer}} writer, {{error}} error)
            {
                global::System.ArgumentNullException.ThrowIfNull(writer);
                global::System.ArgumentNullException.ThrowIfNull(error);
                Codecs.Errors.Write(writer, error);
            }

            /// <summary>The body of an answer that is an error, as JSON in UTF-8.</summary>
            public static byte[] SerializeErrorToUtf8Bytes({{error}} error)
            {
                global::System.ArgumentNullException.ThrowIfNull(error);
                using var output = new Output();
                Codecs.Errors.Write(output.Writer, error);
                return output.ToArray();
            }

            /// <summary>The error that an answer is, with the status with which it came.</summary>
            /// <remarks>
            /// The type decides, whatever the status is: that of the header,
            /// else <c>code</c> or <c>__type</c> of the body, without a namespace before <c>#</c> and without anything after <c>:</c>.
            /// What the spec does not know becomes a <see cref="{{HttpExceptionText.NameOf(spec)}}"/>.
            /// </remarks>
            /// <param name="httpStatus">The status of the answer.</param>
            /// <param name="errorType">What the header <c>x-amzn-ErrorType</c> says; null where it is not there.</param>
            /// <param name="utf8Json">The body, which may be empty, and need not be JSON.</param>
            public static {{error}} ReadError(int httpStatus, string? errorType, global::System.ReadOnlySpan<byte> utf8Json) =>
                Codecs.Errors.Read(httpStatus, errorType, utf8Json);
            """);
    }
}
