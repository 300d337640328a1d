using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Behaviour;

/// <summary>Emits a query that scans all rows of a snapshot.</summary>
internal static class ScanText
{
    public static Code Of(RowQuery query, Scan scan, ShapeTypes types, ExprText expressions)
    {
        var row = VariableNames.Of(query.Row);
        var rows = Code.Of($"state.{Identifier.Of(types.Collection(query.Collection).Identifier)}.AsEnumerable()");
        if (scan.Where is { } where)
        {
            rows = Code.Of($"{rows}.Where({row} => {expressions.Condition(where)})");
        }

        for (var i = 0; i < scan.Order.Count; i++)
        {
            var key = scan.Order[i];
            rows = Code.Of($"{rows}.{SnapshotEmitter.OrderMethod(i, key)}({row} => {expressions.Condition(key.Key)}, {OrderText.Comparer(key, types)})");
        }

        return rows;
    }
}
