using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>Emits a small state that is cheap to copy. Exploration, oracle and linearizability checker run the step function on it.</summary>
internal static class SnapshotEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var types = new ShapeTypes(spec);
        var writer = CodeWriter.ForFile(types.Namespace, usesLinq: true);
        var name = Identifier.Of(spec.Service + "Snapshot");
        var key = spec.Partition.Key;
        writer.Line($"/// <summary>The state of one {DocText.Of(spec.Partition.Row)} as plain lists. Copying takes constant time; a query scans all rows, so the state should be small.</summary>");
        writer.Open($"public sealed class {name} : global::{types.Namespace}.I{Identifier.Of(spec.Service)}State");
        WriteFields(writer, spec, types);
        writer.Line($$"""
            /// <summary>The initial state of a {{DocText.Of(spec.Partition.Row)}}.</summary>
            public {{name}}({{types.TypeOf(key)}} {{OrderText.Parameter(key)}}) => {{Identifier.Of(key.Identifier)}} = {{OrderText.Parameter(key)}};

            /// <inheritdoc/>
            public {{types.TypeOf(key)}} {{Identifier.Of(key.Identifier)}} { get; }

            """);
        foreach (var field in spec.Partition.Fields)
        {
            writer.Line($"/// <inheritdoc/>");
            writer.Line($"public {types.TypeOf(field.Member)} {Identifier.Of(field.Member.Identifier)} {{ get; set; }} = {new LiteralEmitter(types).Emit(field.Initial, field.Member.Shape)};");
            writer.Line();
        }

        WriteFork(writer, name, spec);
        foreach (var collection in spec.Collections)
        {
            WriteCollection(writer, collection, types);
        }

        WriteUndo(writer, spec);
        writer.Close();
        return writer.ToSourceText();
    }

    private static void WriteFields(CodeWriter writer, SpecModel spec, ShapeTypes types)
    {
        writer.Line($"private {Identifier.Of(spec.Service + "Snapshot")}? _begun;");
        writer.Line($"private long _sequence;");
        writer.Line();
        foreach (var collection in spec.Collections)
        {
            writer.Summary(DocText.Of($"The rows of {collection.Name}, in the order of creation."));
            writer.Line($"public global::System.Collections.Immutable.ImmutableArray<{types.RowOf(collection)}> {Identifier.Of(collection.Identifier)} {{ get; private set; }} = [];");
            writer.Line();
        }
    }

    private static void WriteFork(CodeWriter writer, Identifier name, SpecModel spec)
    {
        writer.Summary(DocText.Of("A state that starts as this one is and then goes its own way."));
        writer.Open($"public {name} Fork()");
        writer.Line($"var fork = new {name}({Identifier.Of(spec.Partition.Key.Identifier)}) {{ _sequence = _sequence }};");
        writer.Line($"fork.CopyFrom(this);");
        writer.Line($"return fork;");
        writer.Close();
    }

    private static void WriteCollection(CodeWriter writer, CollectionModel collection, ShapeTypes types)
    {
        var row = types.RowOf(collection);
        var rows = Identifier.Of(collection.Identifier);
        var order = new OrderText(types);
        foreach (var path in collection.AccessPaths)
        {
            var query = Code.Of($"{rows}");
            if (order.Condition(collection, path) is { } condition)
            {
                query = Code.Of($"{query}.Where({VariableNames.Of(AccessPath.Row)} => {condition})");
            }

            for (var i = 0; i < path.Order.Count; i++)
            {
                query = Code.Of($"{query}.{OrderMethod(i, path.Order[i])}({VariableNames.Of(AccessPath.Row)} => {order.Key(path.Order[i])}, {OrderText.Comparer(path.Order[i], types)})");
            }

            writer.Line();
            writer.Line($"/// <inheritdoc/>");
            writer.Line($"public global::System.Collections.Generic.IEnumerable<{row}> {StateMethodNames.Of(collection, path)}({order.Parameters(collection, path)}) =>");
            writer.Line($"    {query};");
        }

        writer.Line();
        writer.Line($$"""
            /// <inheritdoc/>
            public {{row}} AddTo{{rows}}({{row}} row)
            {
                var added = row with { Sequence = ++_sequence };
                {{rows}} = {{rows}}.Add(added);
                return added;
            }

            /// <inheritdoc/>
            public void ChangeIn{{rows}}({{row}} before, {{row}} after) => {{rows}} = {{rows}}.Replace(before, after);

            /// <inheritdoc/>
            public void RemoveFrom{{rows}}({{row}} row) => {{rows}} = {{rows}}.Remove(row);
            """);
    }

    /// <summary>The LINQ method that sorts by the key of an index.</summary>
    public static Code OrderMethod(int index, OrderKey key) => (index, key.Descending) switch
    {
        (0, false) => Code.Of($"OrderBy"),
        (0, true) => Code.Of($"OrderByDescending"),
        (_, false) => Code.Of($"ThenBy"),
        _ => Code.Of($"ThenByDescending"),
    };

    private static void WriteUndo(CodeWriter writer, SpecModel spec)
    {
        writer.Line();
        writer.Line($$"""
            /// <inheritdoc/>
            public void Begin() => _begun = Fork();

            /// <inheritdoc/>
            public void Undo()
            {
                if (_begun is { } begun)
                {
                    CopyFrom(begun);
                }
            }

            """);
        writer.Open($"private void CopyFrom({Identifier.Of(spec.Service + "Snapshot")} other)");
        foreach (var name in spec.Partition.Fields.Select(field => field.Member.Identifier).Concat(spec.Collections.Select(collection => collection.Identifier)))
        {
            writer.Line($"{Identifier.Of(name)} = other.{Identifier.Of(name)};");
        }

        writer.Close();
    }
}
