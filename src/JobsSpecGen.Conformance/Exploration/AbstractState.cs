using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Exploration;

/// <summary>
/// What of a state decides which way a step goes, as far as that can be said for any spec: which rows there are, in
/// the order of their creation, which of them go by the same name, and where each stands in its lifecycle.
/// For rows without a lifecycle, which of their optional fields are there. Times, counters and texts are left out, and
/// which of two names is which. Of several rows only the class of each status counts: those that behave alike are one.
/// </summary>
internal sealed class AbstractState(SuiteModel model, IReadOnlyDictionary<string, string> classes)
{
    public string Of(object state)
    {
        var rows = StateRows.Of(model, model.Suite.Inspect(state)).Where(row => row.Collection.Length > 0).ToList();
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        return string.Join("; ", rows.Select(row => Row(row, names, isAlone: rows.Count == 1)));
    }

    /// <summary>How many rows a state has.</summary>
    public int Rows(object state) => StateRows.Of(model, model.Suite.Inspect(state)).Count(row => row.Collection.Length > 0);

    private string Row(StateRow row, Dictionary<string, int> names, bool isAlone)
    {
        var named = model.Collection(row.Collection)!.Fields
            .Where(field => model.IdentityOf(model.Shape(field.Shape)) is not null && row.Fields[field.Name] is SpecValue.Text)
            .Select(field => Number(names, field.Shape + "=" + ((SpecValue.Text)row.Fields[field.Name]).Value));
        var statuses = model.Spec.Lifecycles
            .Where(lifecycle => lifecycle.Collection == row.Collection && row.Fields[lifecycle.Field] is SpecValue.Text)
            .Select(lifecycle => ((SpecValue.Text)row.Fields[lifecycle.Field]).Value)
            .Select(status => isAlone ? status : classes.GetValueOrDefault(status, status))
            .ToList();
        return $"{row.Collection} {string.Join(' ', named)} {string.Join(' ', statuses.Count > 0 ? statuses : row.Fields.Members.Keys)}";
    }

    private static string Number(Dictionary<string, int> names, string name)
    {
        if (!names.TryGetValue(name, out var number))
        {
            names[name] = number = names.Count + 1;
        }

        return "#" + number;
    }
}
