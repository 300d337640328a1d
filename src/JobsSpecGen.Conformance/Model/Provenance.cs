namespace JobsSpecGen.Conformance.Model;

/// <summary>
/// Which clause each field of each row owes its value to: that of the point which last wrote, created or kept it.
/// A wrong field is a violation of that clause.
/// </summary>
internal sealed class Provenance(SuiteModel model)
{
    private readonly Dictionary<(SpecValue Partition, string Collection, SpecValue Key, string Field), string> _clauses = [];

    public string? Of(SpecValue partition, StateRow row, string field) =>
        _clauses.GetValueOrDefault((partition, row.Collection, row.Key, field));

    /// <summary>Notes what an accepted step wrote and kept.</summary>
    public void Record(SpecValue partition, StepReport report, SpecValue.Record before, SpecValue.Record after)
    {
        if (report.Refusal is not null)
        {
            return;
        }

        var old = StateRows.Of(model, before).ToDictionary(r => (r.Collection, r.Key), r => r.Fields);
        foreach (var row in StateRows.Of(model, after))
        {
            var was = old.GetValueOrDefault((row.Collection, row.Key));
            if (was is not null && was.Equals(row.Fields))
            {
                continue;
            }

            // Later points win: a field that is set twice owes its value to the second.
            foreach (var point in model.Points(report).Where(p => p.Clause is not null && p.Kind is PointKind.Wrote or PointKind.Created or PointKind.Kept))
            {
                foreach (var name in point.Fields)
                {
                    if (StateRows.Names(model, row, name, out var field) && (point.Kind != PointKind.Created || was is null))
                    {
                        _clauses[(partition, row.Collection, row.Key, field)] = point.Clause!;
                    }
                }
            }
        }
    }
}
