using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits the public surface of the codecs: methods that read and write each type, and the extensions of serializer options.</summary>
internal static class JsonEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var types = new ShapeTypes(spec);
        var shapes = JsonCode.NamedShapes(spec).ToList();
        var writer = JsonCode.ForFile(spec);
        WriteHead(writer, spec);
        writer.Open($"public static partial class {JsonCode.ClassOf(spec)}");
        JsonOptionsText.Write(writer, types, shapes);
        foreach (var shape in shapes)
        {
            writer.Line();
            WriteMethods(writer, types, shape);
            if (JsonBody.Of(spec, shape) is { } body)
            {
                writer.Line();
                JsonBodyText.Write(writer, types, shape, body);
            }
        }

        writer.Close();
        return writer.ToSourceText();
    }

    private static void WriteHead(CodeWriter writer, SpecModel spec) => writer.Line($"""
        /// <summary>The JSON codecs of {DocText.Of(spec.Title)}, revision {DocText.Of(spec.Revision)}. They use no reflection.</summary>
        /// <remarks>
        /// Absent members are not written, and null is read as absent. If a member occurs twice, the last one is used. {(spec.RefusesUnknownMembers ? Code.Of($"Unknown members are rejected.") : Code.Of($"Unknown members are skipped."))}
        /// A timestamp is a number of {(spec.TimestampsInSeconds ? Code.Of($"seconds") : Code.Of($"milliseconds"))} since the epoch. Constraints are not checked here, but by the validators.
        /// Invalid JSON causes a <see cref="{JsonCode.Exception}"/> with the path of the error.
        /// </remarks>
        """);

    private static void WriteMethods(CodeWriter writer, ShapeTypes types, Shape shape)
    {
        var type = types.TypeOf(shape.Name);
        var codec = Code.Of($"Codecs.{JsonCode.CodecOf(shape.Name)}");
        var check = shape.Kind == ShapeKind.Structure ? Code.Of($"global::System.ArgumentNullException.ThrowIfNull(value);\n    ") : Code.Empty;
        writer.Line($$"""
            /// <summary>Writes a value.</summary>
            public static void Write({{JsonCode.Writer}} writer, {{type}} value)
            {
                global::System.ArgumentNullException.ThrowIfNull(writer);
                {{check}}{{codec}}.Write(writer, value);
            }

            /// <summary>A value as JSON in UTF-8.</summary>
            public static byte[] SerializeToUtf8Bytes({{type}} value)
            {
                {{check}}using var output = new Output();
                {{codec}}.Write(output.Writer, value);
                return output.ToArray();
            }

            /// <summary>Reads the value at the reader's current token, or at the next one if the reader has not started or is at a name. The reader ends at the value's last token.</summary>
            /// <exception cref="{{JsonCode.Exception}}">The value is invalid. The path is relative to the value.</exception>
            public static {{type}} {{Identifier.Of("Read" + shape.Name)}}(ref {{JsonCode.Reader}} reader)
            {
                try
                {
                    Tokens.Begin(ref reader);
                    return {{codec}}.Read(ref reader);
                }
                catch ({{JsonCode.Exception}} e)
                {
                    throw Tokens.AtRoot(e);
                }
            }

            /// <summary>Reads a value from a complete document.</summary>
            /// <exception cref="{{JsonCode.Exception}}">The value is invalid, or other data follows it.</exception>
            public static {{type}} {{Identifier.Of("Deserialize" + shape.Name)}}(global::System.ReadOnlySpan<byte> utf8Json)
            {
                var reader = new {{JsonCode.Reader}}(utf8Json);
                var value = {{Identifier.Of("Read" + shape.Name)}}(ref reader);
                Tokens.End(ref reader);
                return value;
            }
            """);
    }
}
