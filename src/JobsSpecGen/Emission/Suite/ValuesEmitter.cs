using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Suite;

/// <summary>Emits the conversions between the typed records and the engine's values, without reflection.</summary>
internal static class ValuesEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var types = new ShapeTypes(spec);
        var writer = CodeWriter.ForFile(types.Namespace, usesLinq: true);
        writer.Line($"/// <summary>Converts between the records of the spec and the values that the conformance engine works with.</summary>");
        writer.Open($"internal static class {Identifier.Of(spec.Service + "Values")}");
        foreach (var shape in spec.Shapes)
        {
            switch (shape.Kind)
            {
                case ShapeKind.Structure:
                    StructureConversionText.Write(writer, shape, types, spec);
                    break;
                case ShapeKind.Enumeration:
                    WriteEnumeration(writer, shape, types);
                    break;
            }
        }

        foreach (var collection in spec.Collections)
        {
            WriteRow(writer, collection, types, spec);
        }

        WriteErrorData(writer, spec, types);
        WriteHelpers(writer);
        writer.Close();
        return writer.ToSourceText();
    }

    private static void WriteEnumeration(CodeWriter writer, Shape shape, ShapeTypes types)
    {
        var type = types.TypeOf(shape.Name);
        var names = Identifier.Of(shape.Name + "Names");
        writer.Line($$"""
            // An unknown wire name becomes an undefined enumeration value, and vice versa.
            public static {{Engine.Value}} Of({{type}} value) =>
                global::System.Enum.IsDefined(value) ? {{Engine.Value}}.Of({{names}}.ToWireName(value)) : {{Engine.Value}}.Of("(undefined " + (int)value + ")");

            public static {{Engine.Value}} Of({{type}}? value) => value is { } present ? Of(present) : {{Engine.Value}}.Absent;

            public static {{type}} To{{Identifier.Of(shape.Name)}}({{Engine.Value}} value) =>
                {{names}}.TryParse((value as {{Engine.Value}}.Text)?.Value, out var parsed) ? parsed : ({{type}})(-1);

            """);
    }

    private static void WriteRow(CodeWriter writer, CollectionModel collection, ShapeTypes types, SpecModel spec)
    {
        writer.Line($"public static {Engine.Value} Of({types.RowOf(collection)} value) => new {Engine.Record}(");
        writer.Line($"[");
        foreach (var field in collection.Fields)
        {
            writer.Line($"    new({CSharpLiteral.Of(field.Name)}, {ConversionText.ToValue(Code.Of($"value.{Identifier.Of(field.Identifier)}"), types[field.Shape], types, spec)}),");
        }

        writer.Line($"]);");
        writer.Line();
    }

    private static void WriteErrorData(CodeWriter writer, SpecModel spec, ShapeTypes types)
    {
        writer.Line($"/// <summary>The data of an error.</summary>");
        writer.Line($"public static {Engine.Record} DataOf({Identifier.Of(spec.Service + "Exception")} error) => error switch");
        writer.Open();
        foreach (var error in spec.Errors.Where(error => error.Members.Count > 0))
        {
            var members = error.Members.Select(member =>
                Code.Of($"new({CSharpLiteral.Of(member.Name)}, {ConversionText.ToValue(Code.Of($"e.{Identifier.Of(member.Identifier)}"), types[member.Shape], types, spec)})"));
            writer.Line($"{Identifier.Of(error.Name)} e => new {Engine.Record}([{Code.Join(", ", members)}]),");
        }

        writer.Line($"_ => new {Engine.Record}([]),");
        writer.Close($";");
        writer.Line();
    }

    private static void WriteHelpers(CodeWriter writer) => writer.Line($$"""
        public static {{Engine.Value}} OfList<T>(global::System.Collections.Generic.IEnumerable<T>? items, global::System.Func<T, {{Engine.Value}}> of) =>
            items is null ? {{Engine.Value}}.Absent : new {{Engine.Value}}.Sequence(items.Select(of).ToArray());

        public static {{Engine.Value}} OfMap<T>(
            global::System.Collections.Generic.IEnumerable<global::System.Collections.Generic.KeyValuePair<string, T>>? entries,
            global::System.Func<T, {{Engine.Value}}> of) =>
            entries is null
                ? {{Engine.Value}}.Absent
                : new {{Engine.Record}}(entries.Select(entry => global::System.Collections.Generic.KeyValuePair.Create(entry.Key, of(entry.Value))));

        /// <summary>A required number, boolean or enumeration cannot be absent in C#; a call without it is rejected here.</summary>
        private static T Missing<T>(string member) =>
            throw new global::System.NotSupportedException($"A call from C# cannot leave out '{member}', which is required and no reference type.");
        """);
}
