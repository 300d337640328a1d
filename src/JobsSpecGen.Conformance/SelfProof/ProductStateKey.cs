using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>
/// Makes keys of pairs of states of the spec and of a mutant. Pairs with the same key cannot be distinguished by a sequence of calls:
/// times are replaced by their common rank, server-chosen numbers by their rank within the scope in which they are distinct, and other
/// numbers above <see cref="LargestCounter"/> by their common rank, because no request of the alphabet contains them.
/// </summary>
internal sealed class ProductStateKey(SuiteModel model)
{
    /// <summary>The largest number that is distinguished by its value.</summary>
    public const long LargestCounter = 2;

    private readonly Dictionary<(string Collection, string Field), ShapeInfo> _numbers = model.Spec.Collections
        .SelectMany(c => c.Fields.Select(f => (Key: (c.Name, f.Name), Shape: model.Shape(f.Shape))))
        .Where(f => f.Shape.Kind is ShapeKind.Timestamp or ShapeKind.Integer)
        .ToDictionary(f => f.Key, f => f.Shape);

    /// <summary>Gets the key of a pair. The second part is absent if both states are the same.</summary>
    public (SpecValue Reference, SpecValue Mutant) Of(SpecValue.Record reference, SpecValue.Record mutant)
    {
        var (times, counters) = (new SortedSet<long>(), new SortedSet<long>());
        foreach (var (shape, value) in Numbers(reference).Concat(Numbers(mutant)))
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
        var (first, second) = (Canonical(reference), reference.Equals(mutant) ? SpecValue.Absent : Canonical(mutant));
        return (first, first.Equals(second) ? SpecValue.Absent : second);
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
