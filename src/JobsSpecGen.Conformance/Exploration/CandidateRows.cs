using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Exploration;

/// <summary>
/// What there was to choose from, as far as it can matter to an order or a filter: which of the rows, in the order
/// in which they were created, was taken, what state it was in, and whether others were in the same.
/// </summary>
internal sealed class CandidateRows(SuiteModel model, Observability observability)
{
    public string Of(object before, StepReport report)
    {
        var rows = StateRows.Of(model, model.Suite.Inspect(before)).Where(r => r.Collection.Length > 0).ToList();
        var taken = Taken(rows, report);
        var told = rows.Select((r, i) => (Row: r, Rank: taken.IndexOf(r), Index: i)).Where(r => r.Rank >= 0).OrderBy(r => r.Rank).ToList();
        return string.Join(", ", told.Select(t =>
            $"row {t.Index + 1}{Value(t.Row)}{(rows.Any(r => r != t.Row && Value(r) == Value(t.Row)) ? " like another" : "")}"));
    }

    /// <summary>The rows that the answer shows, by their keys; else those that were changed.</summary>
    private List<StateRow> Taken(IReadOnlyList<StateRow> rows, StepReport report)
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

    private string Value(StateRow row) => string.Concat(model.Spec.Lifecycles
        .Where(l => l.Collection == row.Collection && row.Fields[l.Field] is SpecValue.Text)
        .Select(l => " " + ((SpecValue.Text)row.Fields[l.Field]).Value));
}
