using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits the methods for the part of a request that travels in the body.</summary>
internal static class JsonBodyText
{
    public static void Write(CodeWriter writer, ShapeTypes types, Shape shape, JsonBody body)
    {
        var type = types.TypeOf(shape.Name);
        var codec = Code.Of($"Codecs.{JsonCode.CodecOf(shape.Name)}");
        var parameters = Code.Join(string.Empty, body.Outside.Select(member => Code.Of($", {types.TypeOf(member)} {JsonCode.VariableOf(member)}")));
        var arguments = Code.Join(string.Empty, body.Outside.Select(member => Code.Of($", {JsonCode.VariableOf(member)}")));
        writer.Line($$"""
            /// <summary>Writes the body of a request of {{DocText.Of(body.Operation.Name)}}.</summary>
            public static void WriteBody({{JsonCode.Writer}} writer, {{type}} value)
            {
                global::System.ArgumentNullException.ThrowIfNull(writer);
                global::System.ArgumentNullException.ThrowIfNull(value);
                {{codec}}.WriteBody(writer, value);
            }

            /// <summary>The body of a request of {{DocText.Of(body.Operation.Name)}}, as JSON in UTF-8.</summary>
            public static byte[] SerializeBodyToUtf8Bytes({{type}} value)
            {
                global::System.ArgumentNullException.ThrowIfNull(value);
                using var output = new Output();
                {{codec}}.WriteBody(output.Writer, value);
                return output.ToArray();
            }

            /// <summary>Reads a request of {{DocText.Of(body.Operation.Name)}} from its body and from the members outside the body.</summary>
            /// <exception cref="{{JsonCode.Exception}}">The body is invalid.</exception>
            public static {{type}} {{Identifier.Of("Read" + body.Operation.Name + "Body")}}(ref {{JsonCode.Reader}} reader{{parameters}})
            {
                try
                {
                    Tokens.Begin(ref reader);
                    return {{codec}}.ReadBody(ref reader{{arguments}});
                }
                catch ({{JsonCode.Exception}} e)
                {
                    throw Tokens.AtRoot(e);
                }
            }

            /// <summary>Reads a request of {{DocText.Of(body.Operation.Name)}} from a complete body, and from the members outside the body.</summary>
            /// <exception cref="{{JsonCode.Exception}}">The body is invalid, or other data follows it.</exception>
            public static {{type}} {{Identifier.Of("Deserialize" + body.Operation.Name + "Body")}}(global::System.ReadOnlySpan<byte> utf8Json{{parameters}})
            {
                var reader = new {{JsonCode.Reader}}(utf8Json);
                var value = {{Identifier.Of("Read" + body.Operation.Name + "Body")}}(ref reader{{arguments}});
                Tokens.End(ref reader);
                return value;
            }
            """);
    }
}
