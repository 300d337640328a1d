using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Exploration;

/// <summary>The shortest trace to a row with each value of each lifecycle.</summary>
internal sealed class SituationIndex(SuiteModel model)
{
    private readonly Dictionary<(LifecycleInfo, string), Trace> _found = [];

    public bool IsComplete => model.Spec.Lifecycles.All(l => model.Shape(l.Shape).Values.All(v => _found.ContainsKey((l, v))));

    public void Record(Node node)
    {
        if (model.Spec.Lifecycles.Count == 0 || IsComplete)
        {
            return;
        }

        var rows = StateRows.Of(model, model.Suite.Inspect(node.State));
        foreach (var lifecycle in model.Spec.Lifecycles)
        {
            foreach (var row in rows.Where(r => r.Collection == lifecycle.Collection))
            {
                if (row.Fields[lifecycle.Field] is SpecValue.Text value && !_found.ContainsKey((lifecycle, value.Value)))
                {
                    _found[(lifecycle, value.Value)] = node.Trace();
                }
            }
        }
    }

    public IReadOnlyList<(LifecycleInfo, string, Trace)> All() =>
        [.. model.Spec.Lifecycles.SelectMany(l => model.Shape(l.Shape).Values
            .Where(v => _found.ContainsKey((l, v)))
            .Select(v => (l, v, _found[(l, v)])))];
}
