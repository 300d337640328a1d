namespace JobsSpecGen.Conformance.Model;

/// <summary>
/// Maps each field of each row to the clause that determined its value: the clause of the point that last wrote, created or kept it.
/// A deviation of the field is attributed to that clause.
/// </summary>
internal sealed class Provenance(SuiteModel model)
{
    private readonly Dictionary<(SpecValue Partition, string Collection, SpecValue Key, string Field), string> _clauses = [];

    public string? Of(SpecValue partition, StateRow row, string field) =>
        _clauses.GetValueOrDefault((partition, row.Collection, row.Key, field));

    /// <summary>Records the fields that an accepted step wrote, created or kept.</summary>
    public void Record(SpecValue partition, StepReport report, SpecValue.Record before, SpecValue.Record after)
    {
        if (report.Refusal is not null)
        {
            return;
        }

        var oldRows = StateRows.Of(model, before).ToDictionary(r => (r.Collection, r.Key), r => r.Fields);
        foreach (var row in StateRows.Of(model, after))
        {
            var oldFields = oldRows.GetValueOrDefault((row.Collection, row.Key));
            if (oldFields is not null && oldFields.Equals(row.Fields))
            {
                continue;
            }

            // Later points overwrite earlier ones: if a field is set twice, the second point determined its value.
            foreach (var point in model.Points(report).Where(p => p.Clause is not null && p.Kind is PointKind.Wrote or PointKind.Created or PointKind.Kept))
            {
                foreach (var name in point.Fields)
                {
                    if (StateRows.Names(model, row, name, out var field) && (point.Kind != PointKind.Created || oldFields is null))
                    {
                        _clauses[(partition, row.Collection, row.Key, field)] = point.Clause!;
                    }
                }
            }
        }
    }
}
