using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Json;

/// <summary>The names that the parts of the codecs share.</summary>
internal static class JsonCode
{
    public static Code Reader { get; } = Code.Of($"global::System.Text.Json.Utf8JsonReader");

    public static Code Writer { get; } = Code.Of($"global::System.Text.Json.Utf8JsonWriter");

    public static Code Exception { get; } = Code.Of($"global::System.Text.Json.JsonException");

    public static Code EncodedText { get; } = Code.Of($"global::System.Text.Json.JsonEncodedText");

    public static Code Token { get; } = Code.Of($"global::System.Text.Json.JsonTokenType");

    /// <summary>The class that contains the codecs.</summary>
    public static Identifier ClassOf(SpecModel spec) => Identifier.Of(spec.Service + "Json");

    /// <summary>The shapes that are types of their own in C#, and so have methods and a converter.</summary>
    public static IEnumerable<Shape> NamedShapes(SpecModel spec) =>
        spec.Shapes.Where(shape => shape.Kind is ShapeKind.Structure or ShapeKind.Enumeration);

    /// <summary>The codec class of a shape.</summary>
    public static Identifier CodecOf(string shapeName) => Identifier.Of(shapeName + "Codec");

    /// <summary>The constant with a wire name.</summary>
    public static Identifier NameOf(string identifier) => Identifier.Of("NameOf" + identifier);

    /// <summary>The variable of a member. Its suffix keeps it apart from all other variables.</summary>
    public static Identifier VariableOf(Member member) => Identifier.Of(char.ToLowerInvariant(member.Identifier[0]) + member.Identifier.Substring(1) + "Value");

    /// <summary>Starts a file with a part of the class.</summary>
    public static CodeWriter ForFile(SpecModel spec) => CodeWriter.ForFile(Namespace.Of(spec.Namespace));

    /// <summary>Writes parts with an empty line between them.</summary>
    public static void Each<T>(CodeWriter writer, IEnumerable<T> items, System.Action<T> write)
    {
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
            {
                writer.Line();
            }

            isFirst = false;
            write(item);
        }
    }
}
