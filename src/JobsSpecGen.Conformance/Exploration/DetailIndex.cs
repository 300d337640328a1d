using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Exploration;

/// <summary>
/// The shortest traces to what the witnesses of points need not show: each member that an answer or an error's data can have,
/// and each field that an effect can change. A member that is never there, or a field that is never changed, is not checked.
/// </summary>
internal sealed class DetailIndex(SuiteModel model)
{
    private readonly Dictionary<(int Point, string Detail), Witness> _found = [];

    public void Note(Node node, SpecCall call, StepReport report)
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

    /// <summary>Witnesses of the details that none of the given ones has, each with the details that it adds.</summary>
    /// <param name="known">The witnesses that are there anyway.</param>
    public IReadOnlyList<(int Point, string Detail, Witness Witness)> Beyond(IEnumerable<Witness> known)
    {
        var covered = known.SelectMany(Keys).ToHashSet();
        var more = new List<(int, string, Witness)>();

        // The longest first: a situation that shows a rare member mostly shows the common ones too.
        foreach (var (key, witness) in _found.OrderByDescending(f => f.Value.Arrange.Calls.Count).ThenBy(f => f.Key.Point))
        {
            if (!covered.Contains(key))
            {
                more.Add((key.Point, key.Detail, witness));
                covered.UnionWith(Keys(witness));
            }
        }

        return more;
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

            // A filter of a list that lets something through: one that always leaves out all is seen only there.
            if (report.Refusal is null && decider.Members.Any(m => m.Field is not null && m.Path.Contains("[]", StringComparison.Ordinal) && Values.All(answer, m.Path).Any(v => v.IsPresent)))
            {
                foreach (var filter in model.Input(model.Operation(call.Operation)).Members.Where(m => !m.Required && call.Request[m.Name].IsPresent))
                {
                    yield return (decider.Index, "lists some by " + filter.Name);
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
