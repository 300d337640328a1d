namespace JobsSpecGen.Conformance.Model;

/// <summary>A row of a state. The fields of the partition itself form a row without collection and key.</summary>
internal sealed record StateRow(string Collection, SpecValue Key, SpecValue.Record Fields);

/// <summary>Reads the rows of an inspected state.</summary>
internal static class StateRows
{
    public static IReadOnlyList<StateRow> Of(SuiteModel model, SpecValue.Record state)
    {
        var rows = new List<StateRow>();
        var own = new List<KeyValuePair<string, SpecValue>>();
        foreach (var (name, value) in state.Members)
        {
            if (model.Collection(name) is { } collection && value is SpecValue.Sequence list)
            {
                rows.AddRange(list.Items.OfType<SpecValue.Record>().Select(r => new StateRow(name, KeyOf(collection, r), r)));
            }
            else
            {
                own.Add(new(name, value));
            }
        }

        if (own.Count > 0)
        {
            rows.Add(new("", SpecValue.Absent, new(own)));
        }

        return rows;
    }

    /// <summary>Whether <paramref name="name"/>, in the notation of points and members (<c>collection.field</c>), is a field of the row's collection.</summary>
    public static bool Names(SuiteModel model, StateRow row, string name, out string field)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var collection = dot < 0 ? name : name[..dot];
        field = dot < 0 ? "" : name[(dot + 1)..];
        return row.Collection.Length == 0 ? model.Collection(collection) is null : row.Collection == collection;
    }

    private static SpecValue KeyOf(CollectionInfo collection, SpecValue.Record row) =>
        new SpecValue.Sequence([.. collection.KeyFields.Select(k => row[k])]);
}
