using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits the codecs as converters, one for each type, and the type information that serializers need without reflection.</summary>
internal static class JsonConvertersEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var types = new ShapeTypes(spec);
        var shapes = JsonCode.NamedShapes(spec).ToList();
        var writer = JsonCode.ForFile(spec);
        writer.Open($"public static partial class {JsonCode.ClassOf(spec)}");
        writer.Line($"/// <summary>The converters, for serializer options or for an attribute of a property.</summary>");
        writer.Open($"public static class Converters");
        foreach (var shape in shapes)
        {
            WriteConverter(writer, types, shape);
            writer.Line();
        }

        writer.Line($"/// <summary>Returns the converter of each type.</summary>");
        writer.Line($"internal static global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver Resolver {{ get; }} = new ResolverOfAll();");
        writer.Line();
        writer.Open($"private sealed class ResolverOfAll : global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver");
        writer.Line($"/// <inheritdoc/>");
        writer.Open($"public global::System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(global::System.Type type, global::System.Text.Json.JsonSerializerOptions options)");
        foreach (var shape in shapes)
        {
            var type = types.TypeOf(shape.Name);
            writer.Open($"if (type == typeof({type}))");
            writer.Line($"return global::System.Text.Json.Serialization.Metadata.JsonMetadataServices.CreateValueInfo<{type}>(options, new {Identifier.Of(shape.Name + "Converter")}());");
            writer.Close();
            writer.Line();
        }

        writer.Line($"return null;");
        writer.Close();
        writer.Close();
        writer.Close();
        writer.Close();
        return writer.ToSourceText();
    }

    private static void WriteConverter(CodeWriter writer, ShapeTypes types, Shape shape)
    {
        var type = types.TypeOf(shape.Name);
        var codec = Code.Of($"Codecs.{JsonCode.CodecOf(shape.Name)}");
        writer.Line($$"""
            /// <summary>Converts <see cref="{{type}}"/>.</summary>
            public sealed class {{Identifier.Of(shape.Name + "Converter")}} : global::System.Text.Json.Serialization.JsonConverter<{{type}}>
            {
                /// <inheritdoc/>
                public override {{type}} Read(ref {{JsonCode.Reader}} reader, global::System.Type typeToConvert, global::System.Text.Json.JsonSerializerOptions options)
                {
                    var isRoot = reader.CurrentDepth == 0;
                    try
                    {
                        return {{codec}}.Read(ref reader);
                    }
                    catch ({{JsonCode.Exception}} e)
                    {
                        throw isRoot ? Tokens.AtRoot(e) : Tokens.Inside(e, {{CSharpLiteral.Of(shape.Name)}});
                    }
                }

                /// <inheritdoc/>
                public override void Write({{JsonCode.Writer}} writer, {{type}} value, global::System.Text.Json.JsonSerializerOptions options) =>
                    {{codec}}.Write(writer, value);
            }
            """);
    }
}
