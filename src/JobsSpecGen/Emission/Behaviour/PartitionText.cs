using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>Emits the state of the reference: for each collection an index for every access path, and an undo log.</summary>
internal static class PartitionText
{
    public static void Write(CodeWriter writer, SpecModel spec, ShapeTypes types)
    {
        var key = spec.Partition.Key;
        writer.Summary(DocText.Of($"The state of one {spec.Partition.Row}, indexed for every way in which the steps read it."));
        writer.Open($"private sealed class Partition : I{Identifier.Of(spec.Service)}State");
        writer.Line($"private readonly global::System.Collections.Generic.List<global::System.Action> _undo = new();");
        if (spec.Collections.Count > 0)
        {
            writer.Line($"private long _sequence;");
        }

        writer.Line($$"""
            private long _latest = long.MinValue;

            public Partition({{types.TypeOf(key)}} key) => {{Identifier.Of(key.Identifier)}} = key;

            public {{types.TypeOf(key)}} {{Identifier.Of(key.Identifier)}} { get; }

            """);
        foreach (var field in spec.Partition.Fields)
        {
            WriteField(writer, field, types);
        }

        foreach (var collection in spec.Collections)
        {
            WriteCollection(writer, collection, types);
        }

        writer.Line($$"""
            /// <summary>The current time. It never goes back for a partition, even if the clock does.</summary>
            public long Tell(global::System.TimeProvider timeProvider) =>
                _latest = global::System.Math.Max(_latest, timeProvider.GetUtcNow().{{Code.Of(spec.TimestampsInSeconds ? $"ToUnixTimeSeconds" : (CodeText)$"ToUnixTimeMilliseconds")}}());

            public void Begin() => _undo.Clear();

            public void Undo()
            {
                for (var i = _undo.Count - 1; i >= 0; i--)
                {
                    _undo[i]();
                }

                _undo.Clear();
            }
            """);
        writer.Close();
    }

    private static void WriteField(CodeWriter writer, PartitionField field, ShapeTypes types)
    {
        var type = types.TypeOf(field.Member);
        var store = Identifier.Of("_" + OrderText.Parameter(field.Member).ToString().TrimStart('@'));
        writer.Line($$"""
            private {{type}} {{store}} = {{new LiteralEmitter(types).Emit(field.Initial, field.Member.Shape)}};

            public {{type}} {{Identifier.Of(field.Member.Identifier)}}
            {
                get => {{store}};
                set
                {
                    var before = {{store}};
                    _undo.Add(() => {{store}} = before);
                    {{store}} = value;
                }
            }

            """);
    }

    private static void WriteCollection(CodeWriter writer, CollectionModel collection, ShapeTypes types)
    {
        var row = types.RowOf(collection);
        var name = Identifier.Of(collection.Identifier);
        var order = new OrderText(types);
        foreach (var path in collection.AccessPaths)
        {
            WriteIndex(writer, collection, path, types, order);
        }

        writer.Line($$"""
            public {{row}} AddTo{{name}}({{row}} row)
            {
                var added = row with { Sequence = ++_sequence };
                Index{{name}}(null, added);
                _undo.Add(() => Index{{name}}(added, null));
                return added;
            }

            public void ChangeIn{{name}}({{row}} before, {{row}} after)
            {
                Index{{name}}(before, after);
                _undo.Add(() => Index{{name}}(after, before));
            }

            public void RemoveFrom{{name}}({{row}} row)
            {
                Index{{name}}(row, null);
                _undo.Add(() => Index{{name}}(null, row));
            }

            """);
        writer.Open($"private void Index{name}({row}? before, {row}? after)");
        foreach (var path in collection.AccessPaths)
        {
            writer.Line($"{IndexName(collection, path)}.Replace(before, after);");
        }

        writer.Close();
        writer.Line();
    }

    private static void WriteIndex(CodeWriter writer, CollectionModel collection, AccessPath path, ShapeTypes types, OrderText order)
    {
        var row = types.RowOf(collection);
        var fields = path.EqualFields.Select(name => collection.Fields.First(field => field.Name == name)).ToArray();
        var variable = VariableNames.Of(AccessPath.Row);
        writer.Line($"private readonly RowIndex<{KeyType(fields, types)}, {row}> {IndexName(collection, path)} = new(");
        writer.Line($"    static {variable} => {Key(fields.Select(field => Code.Of($"{variable}.{Identifier.Of(field.Identifier)}")))},");
        writer.Line($"    static {variable} => {order.Filter(path) ?? CSharpLiteral.Of(true)},");
        writer.Line($"    static (left, right) =>");
        writer.Line($"    {{");
        foreach (var key in path.Order)
        {
            var (left, right) = (KeyOf(key, "left", types), KeyOf(key, "right", types));
            var (first, second) = key.Descending ? (right, left) : (left, right);
            writer.Line($"        if ({OrderText.Comparer(key, types)}.Compare({first}, {second}) is not 0 and var order{path.Order.ToList().IndexOf(key)})");
            writer.Line($"        {{");
            writer.Line($"            return order{path.Order.ToList().IndexOf(key)};");
            writer.Line($"        }}");
            writer.Line();
        }

        writer.Line($"        return left.Sequence.CompareTo(right.Sequence);");
        writer.Line($"    }});");
        writer.Line();
        writer.Line($"public global::System.Collections.Generic.IEnumerable<{row}> {StateMethodNames.Of(collection, path)}({order.Parameters(collection, path)}) =>");
        writer.Line($"    {IndexName(collection, path)}.Find({Key(fields.Select(field => (Code)OrderText.Parameter(field)))});");
        writer.Line();
    }

    private static Code KeyOf(OrderKey key, string row, ShapeTypes types) =>
        new ExprText(types).Condition(ExprRows.RenameRow(key.Key, AccessPath.Row, row));

    private static Code KeyType(Member[] fields, ShapeTypes types) => fields.Length switch
    {
        0 => Code.Of($"byte"),
        1 => types.TypeOf(fields[0]),
        _ => Code.Of($"({Code.Join(", ", fields.Select(field => types.TypeOf(field)))})"),
    };

    private static Code Key(IEnumerable<Code> parts)
    {
        var all = parts.ToArray();
        return all.Length switch
        {
            0 => Code.Of($"(byte)0"),
            1 => all[0],
            _ => Code.Of($"({Code.Join(", ", all)})"),
        };
    }

    private static Identifier IndexName(CollectionModel collection, AccessPath path) =>
        Identifier.Of($"_{char.ToLowerInvariant(collection.Identifier[0])}{collection.Identifier.Substring(1)}{path.Number}");
}
