using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Exploration;

/// <summary>Creates state keys in which times are replaced by their ranks. States that differ only in times, but not in their order, have equal keys.</summary>
internal sealed class StateKey(SuiteModel model)
{
    private readonly HashSet<(string, string)> _timestamps = [.. model.Spec.Collections.SelectMany(
        c => c.Fields.Where(f => model.Shape(f.Shape).Kind == ShapeKind.Timestamp).Select(f => (c.Name, f.Name)))];

    public SpecValue Of(object state)
    {
        var inspected = model.Suite.Inspect(state);
        if (_timestamps.Count == 0)
        {
            return inspected;
        }

        var ranks = Times(inspected).Select((t, i) => (t, (long)i + 1)).ToDictionary(t => t.t, t => t.Item2);
        return MapTimes(inspected, value => ranks[value]);
    }

    /// <summary>All times in a state, in ascending order.</summary>
    public IReadOnlyCollection<long> Times(object state) => Times(model.Suite.Inspect(state));

    private SortedSet<long> Times(SpecValue.Record inspected)
    {
        var times = new SortedSet<long>();
        MapTimes(inspected, value =>
        {
            times.Add(value);
            return value;
        });
        return times;
    }

    private SpecValue.Record MapTimes(SpecValue.Record state, Func<long, long> map) =>
        new(state.Members.Select(m => KeyValuePair.Create(m.Key, m.Value is SpecValue.Sequence rows
            ? new SpecValue.Sequence([.. rows.Items.Select(r => Row(m.Key, r, map))])
            : m.Value)));

    private SpecValue Row(string collection, SpecValue row, Func<long, long> map) => row is not SpecValue.Record record
        ? row
        : new SpecValue.Record(record.Members.Select(f => KeyValuePair.Create(
            f.Key,
            f.Value is SpecValue.Integer time && _timestamps.Contains((collection, f.Key)) ? SpecValue.Of(map(time.Value)) : f.Value)));
}
