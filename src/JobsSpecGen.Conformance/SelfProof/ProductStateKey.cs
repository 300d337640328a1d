using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>
/// Two states, of the spec and of a mutant, in terms that no conversation can tell apart: times by their common rank, numbers
/// that the backend picks by their rank among those within which they are distinct, and other numbers above
/// <see cref="LargestCounter"/> by their common rank, since no request of the alphabet names them.
/// </summary>
internal sealed class ProductStateKey(SuiteModel model)
{
    /// <summary>The largest number of a row that is told apart by its value.</summary>
    public const long LargestCounter = 2;

    private readonly Dictionary<(string Collection, string Field), ShapeInfo> _numbers = model.Spec.Collections
        .SelectMany(c => c.Fields.Select(f => (Key: (c.Name, f.Name), Shape: model.Shape(f.Shape))))
        .Where(f => f.Shape.Kind is ShapeKind.Timestamp or ShapeKind.Integer)
        .ToDictionary(f => f.Key, f => f.Shape);

    /// <summary>The second is absent where both are the same: then the two have not parted.</summary>
    public (SpecValue Right, SpecValue Wrong) Of(SpecValue.Record right, SpecValue.Record wrong)
    {
        var (times, counters) = (new SortedSet<long>(), new SortedSet<long>());
        foreach (var (shape, value) in Numbers(right).Concat(Numbers(wrong)))
        {
            _ = shape.Kind == ShapeKind.Timestamp ? times.Add(value) : !shape.ServerChosen && value > LargestCounter && counters.Add(value);
        }

        var (rankOfTime, rankOfCounter) = (Ranks(times), Ranks(counters));
        SpecValue Canonical(SpecValue.Record state) => Map(state, (collection, row, shape, value) => shape switch
        {
            { Kind: ShapeKind.Timestamp } => rankOfTime[value],
            { ServerChosen: true } => ServerChosenRanks.RankOf(model, state, shape, shape.Within is null ? SpecValue.Absent : row[shape.Within], value),
            _ => rankOfCounter.TryGetValue(value, out var rank) ? LargestCounter + rank : value,
        });
        var (one, other) = (Canonical(right), right.Equals(wrong) ? SpecValue.Absent : Canonical(wrong));
        return (one, one.Equals(other) ? SpecValue.Absent : other);
    }

    private static Dictionary<long, long> Ranks(SortedSet<long> values) => values.Select((v, i) => (v, Rank: (long)i + 1)).ToDictionary(v => v.v, v => v.Rank);

    private IEnumerable<(ShapeInfo Shape, long Value)> Numbers(SpecValue.Record state)
    {
        var found = new List<(ShapeInfo, long)>();
        Map(state, (_, _, shape, value) =>
        {
            found.Add((shape, value));
            return value;
        });
        return found;
    }

    private SpecValue.Record Map(SpecValue.Record state, Func<string, SpecValue.Record, ShapeInfo, long, long> visit) =>
        new(state.Members.Select(m => KeyValuePair.Create(m.Key, m.Value is SpecValue.Sequence rows
            ? new SpecValue.Sequence([.. rows.Items.Select(r => r is SpecValue.Record row ? Row(m.Key, row, visit) : r)])
            : m.Value)));

    private SpecValue.Record Row(string collection, SpecValue.Record row, Func<string, SpecValue.Record, ShapeInfo, long, long> visit) =>
        new(row.Members.Select(f => KeyValuePair.Create(f.Key, f.Value is SpecValue.Integer number && _numbers.TryGetValue((collection, f.Key), out var shape)
            ? SpecValue.Of(visit(collection, row, shape, number.Value))
            : f.Value)));
}
