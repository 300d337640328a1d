using System.Linq;
using JobsSpecGen.Emission.Models;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>Emits the rows of the state, and the interface through which the step function reads and writes them.</summary>
internal static class StateEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var types = new ShapeTypes(spec);
        var writer = CodeWriter.ForFile(types.Namespace);
        WriteInterface(writer, spec, types);
        foreach (var collection in spec.Collections)
        {
            writer.Line();
            WriteRow(writer, collection, types);
        }

        return writer.ToSourceText();
    }

    private static void WriteInterface(CodeWriter writer, SpecModel spec, ShapeTypes types)
    {
        writer.Line($"/// <summary>The state of one {DocText.Of(spec.Partition.Row)}, for the step function. Implement it to keep the state in another store.</summary>");
        writer.Line($"/// <remarks>Not thread-safe: the caller of the step function must synchronize access.</remarks>");
        writer.Open($"public interface I{Identifier.Of(spec.Service)}State");
        writer.Summary(DocText.Of($"Names the {spec.Partition.Row}."));
        writer.Line($"{types.TypeOf(spec.Partition.Key)} {Identifier.Of(spec.Partition.Key.Identifier)} {{ get; }}");
        foreach (var field in spec.Partition.Fields)
        {
            writer.Line();
            writer.Summary(DocText.Of($"The {field.Member.Name} of the {spec.Partition.Row}; at first {LiteralNotation.Of(field.Initial)}."));
            writer.Line($"{types.TypeOf(field.Member)} {Identifier.Of(field.Member.Identifier)} {{ get; set; }}");
        }

        foreach (var collection in spec.Collections)
        {
            WriteAccess(writer, collection, types);
        }

        writer.Line();
        writer.Summary(DocText.Of("Called before a step that may write."));
        writer.Line($"void Begin();");
        writer.Line();
        writer.Summary(DocText.Of("Undoes every change since the last Begin: the step was refused, and a refused step leaves no trace."));
        writer.Line($"void Undo();");
        writer.Close();
    }

    private static void WriteAccess(CodeWriter writer, CollectionModel collection, ShapeTypes types)
    {
        var row = types.RowOf(collection);
        var identifier = Identifier.Of(collection.Identifier);
        var order = new OrderText(types);
        foreach (var path in collection.AccessPaths)
        {
            writer.Line();
            writer.Summary(DocText.Of(AccessPathText.Of(collection, path)));
            writer.Line($"global::System.Collections.Generic.IEnumerable<{row}> {StateMethodNames.Of(collection, path)}({order.Parameters(collection, path)});");
        }

        writer.Line();
        writer.Line($$"""
            /// <summary>Adds a row, assigns the next number in the order of creation, and returns the row with that number.</summary>
            {{row}} AddTo{{identifier}}({{row}} row);

            /// <summary>Replaces a row by its changed version.</summary>
            void ChangeIn{{identifier}}({{row}} before, {{row}} after);

            /// <summary>Removes a row.</summary>
            void RemoveFrom{{identifier}}({{row}} row);
            """);
    }

    private static void WriteRow(CodeWriter writer, CollectionModel collection, ShapeTypes types)
    {
        writer.Line($"// spec: state.collections.{DocText.Of(collection.Name)}");
        writer.Summary(DocText.Of($"A row of {collection.Name}. {collection.Says}"));
        writer.Open($"public sealed record {Identifier.Of(collection.RowIdentifier)}");
        writer.Summary(DocText.Of("The place in the order of creation; rows that tie in any other order come in this one."));
        writer.Line($"public long Sequence {{ get; init; }}");
        foreach (var field in collection.Fields)
        {
            writer.Line();
            writer.Summary(DocText.Of(types[field.Shape].Says));
            ModelsEmitter.WriteProperty(writer, types, field);
        }

        writer.Close();
    }
}
