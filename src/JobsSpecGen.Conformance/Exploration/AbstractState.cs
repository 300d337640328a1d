using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Exploration;

/// <summary>
/// The abstraction of a state: the parts that determine the path of a step, as far as this is possible for every spec. These parts are
/// the rows in the order of their creation, which rows have equal names, and the status of each row in its lifecycle.
/// For rows without a lifecycle, they are the optional fields that are present. Times, counters and texts are ignored, and names are
/// represented by numbers. If there are several rows, each status is replaced by its class: statuses with equal behaviour are equivalent.
/// </summary>
internal sealed class AbstractState(SuiteModel model, IReadOnlyDictionary<string, string> classes)
{
    public string Of(object state)
    {
        var rows = StateRows.Of(model, model.Suite.Inspect(state)).Where(row => row.Collection.Length > 0).ToList();
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        return string.Join("; ", rows.Select(row => Row(row, names, isAlone: rows.Count == 1)));
    }

    /// <summary>The number of rows of a state.</summary>
    public int RowCount(object state) => StateRows.Of(model, model.Suite.Inspect(state)).Count(row => row.Collection.Length > 0);

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
