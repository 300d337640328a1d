using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Exploration;

/// <summary>
/// The witnesses of details, which the witnesses of points need not show: each member that a response or an error's data can have,
/// and each field that an effect can change. A member that is never present, or a field that never changes, would not be checked otherwise.
/// </summary>
internal sealed class DetailIndex(SuiteModel model)
{
    private readonly Dictionary<(int Point, string Detail), Witness> _found = [];

    public void Record(Node node, SpecCall call, StepReport report)
    {
        Witness? witness = null;
        foreach (var key in Keys(node.State, call, report))
        {
            if (!_found.ContainsKey(key))
            {
                _found[key] = witness ??= new(node.Trace(), call, report, 2);
            }
        }
    }

    /// <summary>Returns witnesses of the details that no given witness shows, each with one of the details that it adds.</summary>
    /// <param name="known">The given witnesses.</param>
    public IReadOnlyList<(int Point, string Detail, Witness Witness)> NotCoveredBy(IEnumerable<Witness> known)
    {
        var covered = known.SelectMany(Keys).ToHashSet();
        var additional = new List<(int, string, Witness)>();

        // The longest witnesses are first: a situation that shows a rare member usually shows the common members as well.
        foreach (var (key, witness) in _found.OrderByDescending(f => f.Value.Arrange.Calls.Count).ThenBy(f => f.Key.Point))
        {
            if (!covered.Contains(key))
            {
                additional.Add((key.Point, key.Detail, witness));
                covered.UnionWith(Keys(witness));
            }
        }

        return additional;
    }

    private IEnumerable<(int, string)> Keys(Witness witness) => Keys(Replay.StateAfter(model, witness.Arrange, witness.Call), witness.Call, witness.Report);

    private IEnumerable<(int, string)> Keys(object before, SpecCall call, StepReport report)
    {
        if (model.Decider(report) is { Clause: not null } decider && (report.Response ?? report.Refusal?.Data) is { } answer)
        {
            foreach (var member in decider.Members.Where(m => m.Field is not null && Values.All(answer, m.Path).Any(v => v.IsPresent)))
            {
                yield return (decider.Index, "shows " + member.Path);
            }

            // A list filter that matches some rows. A faulty filter that excludes every row is detected only by such a call.
            if (report.Refusal is null && decider.Members.Any(m => m.Field is not null && m.Path.Contains("[]", StringComparison.Ordinal) && Values.All(answer, m.Path).Any(v => v.IsPresent)))
            {
                foreach (var filter in model.Input(model.Operation(call.Operation)).Members.Where(m => !m.Required && call.Request[m.Name].IsPresent))
                {
                    yield return (decider.Index, "lists rows filtered by " + filter.Name);
                }
            }
        }

        foreach (var point in model.Points(report).Where(p => p is { Kind: PointKind.Wrote, Clause: not null, Fields.Count: > 1 }))
        {
            var rows = StateRows.Of(model, model.Suite.Inspect(report.State)).ToDictionary(r => (r.Collection, r.Key));
            foreach (var old in StateRows.Of(model, model.Suite.Inspect(before)).Where(r => rows.ContainsKey((r.Collection, r.Key))))
            {
                foreach (var name in point.Fields.Where(f => StateRows.Names(model, old, f, out var field) && !old.Fields[field].Equals(rows[(old.Collection, old.Key)].Fields[field])))
                {
                    yield return (point.Index, "changes " + name);
                }
            }
        }
    }
}
