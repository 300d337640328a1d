using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Exploration;

/// <summary>Two states are the same to the explorer when they differ only in when things happened, not in what came first.</summary>
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
        return Walk(inspected, value => ranks[value]);
    }

    /// <summary>Every time in a state, from the earliest on.</summary>
    public IReadOnlyCollection<long> Times(object state) => Times(model.Suite.Inspect(state));

    private SortedSet<long> Times(SpecValue.Record inspected)
    {
        var times = new SortedSet<long>();
        Walk(inspected, value =>
        {
            times.Add(value);
            return value;
        });
        return times;
    }

    private SpecValue.Record Walk(SpecValue.Record state, Func<long, long> visit) =>
        new(state.Members.Select(m => KeyValuePair.Create(m.Key, m.Value is SpecValue.Sequence rows
            ? new SpecValue.Sequence([.. rows.Items.Select(r => Row(m.Key, r, visit))])
            : m.Value)));

    private SpecValue Row(string collection, SpecValue row, Func<long, long> visit) => row is not SpecValue.Record record
        ? row
        : new SpecValue.Record(record.Members.Select(f => KeyValuePair.Create(
            f.Key,
            f.Value is SpecValue.Integer time && _timestamps.Contains((collection, f.Key)) ? SpecValue.Of(visit(time.Value)) : f.Value)));
}
