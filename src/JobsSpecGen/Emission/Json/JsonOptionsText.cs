using System.Collections.Generic;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits the extensions of <c>JsonSerializerOptions</c>: converters, and type information for use without reflection.</summary>
internal static class JsonOptionsText
{
    public static void Write(CodeWriter writer, ShapeTypes types, IReadOnlyList<Shape> shapes)
    {
        writer.Line($"""
            /// <summary>The type information for applications with native AOT: insert it first into <c>TypeInfoResolverChain</c>.</summary>
            public static global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver TypeInfoResolver => Converters.Resolver;

            /// <summary>Adds a converter for every type.</summary>
            """);
        writer.Open($"public static void AddConverters(global::System.Text.Json.JsonSerializerOptions options)");
        writer.Line($"global::System.ArgumentNullException.ThrowIfNull(options);");
        foreach (var shape in shapes)
        {
            writer.Line($"options.Converters.Add(new Converters.{Identifier.Of(shape.Name + "Converter")}());");
        }

        writer.Close();
    }
}
