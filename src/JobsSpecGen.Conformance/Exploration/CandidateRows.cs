using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Exploration;

/// <summary>
/// Describes the candidates of a selection, as far as they are relevant to an order or a filter: the position of each selected row
/// in the order of creation, its status, and whether other rows have the same status.
/// </summary>
internal sealed class CandidateRows(SuiteModel model, Observability observability)
{
    public string Of(object before, StepReport report)
    {
        var rows = StateRows.Of(model, model.Suite.Inspect(before)).Where(r => r.Collection.Length > 0).ToList();
        var selected = Selected(rows, report);
        var described = rows.Select((r, i) => (Row: r, Rank: selected.IndexOf(r), Index: i)).Where(r => r.Rank >= 0).OrderBy(r => r.Rank).ToList();
        return string.Join(", ", described.Select(t =>
            $"row {t.Index + 1}{Statuses(t.Row)}{(rows.Any(r => r != t.Row && Statuses(r) == Statuses(t.Row)) ? " (one of several)" : "")}"));
    }

    /// <summary>The rows whose keys the response shows. If it shows no keys: the rows that the step changed.</summary>
    private List<StateRow> Selected(IReadOnlyList<StateRow> rows, StepReport report)
    {
        var keys = observability.Shown(report).Where(f => model.IsKey(f.Field) && f.Value.IsPresent).ToList();
        var fields = keys.Select(k => k.Field).Distinct().ToList();
        if (fields.Count > 0)
        {
            return [.. ByKey(rows, keys, fields)];
        }

        var after = StateRows.Of(model, model.Suite.Inspect(report.State));
        return [.. rows.Where(r => !after.Contains(r))];
    }

    private IEnumerable<StateRow> ByKey(IReadOnlyList<StateRow> rows, IReadOnlyList<(string Field, SpecValue Value)> keys, IReadOnlyList<string> fields)
    {
        var columns = fields.Select(f => keys.Where(k => k.Field == f).Select(k => k.Value).ToList()).ToList();
        for (var i = 0; i < columns.Min(c => c.Count); i++)
        {
            var row = rows.FirstOrDefault(r => Enumerable.Range(0, fields.Count).All(f =>
                StateRows.Names(model, r, fields[f], out var name) && r.Fields[name].Equals(columns[f][i])));
            if (row is not null)
            {
                yield return row;
            }
        }
    }

    private string Statuses(StateRow row) => string.Concat(model.Spec.Lifecycles
        .Where(l => l.Collection == row.Collection && row.Fields[l.Field] is SpecValue.Text)
        .Select(l => " " + ((SpecValue.Text)row.Fields[l.Field]).Value));
}
