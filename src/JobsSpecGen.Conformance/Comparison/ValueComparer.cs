using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Comparison;

/// <summary>Compares values along their shape and binds symbols at their first occurrence.</summary>
internal sealed class ValueComparer(SuiteModel model, Bindings bindings, SpecCall call)
{
    private readonly SpecValue _partition = model.PartitionOf(call);
    private readonly List<Deviation> _deviations = [];

    public IReadOnlyList<Deviation> Compare(string shape, SpecValue expected, SpecValue actual)
    {
        _deviations.Clear();
        Compare(model.Shape(shape), expected, actual, "", null);
        return [.. _deviations];
    }

    private void Compare(ShapeInfo shape, SpecValue expected, SpecValue actual, string path, SpecValue.Record? parent)
    {
        if (shape.EmptyIsAbsent)
        {
            expected = EmptyToAbsent(expected);
            actual = EmptyToAbsent(actual);
        }

        switch (expected.IsPresent, actual.IsPresent)
        {
            case (false, false):
                return;
            case (true, false):
                Add(DeviationKind.Missing, path, Describe(shape, expected), "absent");
                return;
            case (false, true):
                Add(DeviationKind.Extra, path, "absent", actual.ToString());
                return;
        }

        switch (shape.Kind, expected, actual)
        {
            case (ShapeKind.Structure, SpecValue.Record e, SpecValue.Record a):
                foreach (var member in shape.Members)
                {
                    Compare(model.Shape(member.Shape), e[member.Name], a[member.Name], path.Length == 0 ? member.Name : $"{path}.{member.Name}", e);
                }

                return;
            case (ShapeKind.Map, SpecValue.Record e, SpecValue.Record a):
                foreach (var key in e.Members.Keys.Union(a.Members.Keys).Order(StringComparer.Ordinal))
                {
                    Compare(model.Shape(shape.Element!), e[key], a[key], $"{path}['{key}']", e);
                }

                return;
            case (ShapeKind.List, SpecValue.Sequence e, SpecValue.Sequence a):
                if (e.Items.Count != a.Items.Count)
                {
                    Add(DeviationKind.Count, path, Describe(shape, expected), actual.ToString());
                    return;
                }

                for (var i = 0; i < e.Items.Count; i++)
                {
                    Compare(model.Shape(shape.Element!), e.Items[i], a.Items[i], $"{path}[{i}]", parent);
                }

                return;
            case (ShapeKind.Timestamp, SpecValue.Integer e, SpecValue.Integer a):
                if (bindings.BindTime(e.Value, a.Value) is { } time)
                {
                    Add(DeviationKind.Time, path, time, actual.ToString());
                }

                return;
            case (ShapeKind.Integer, SpecValue.Integer e, SpecValue.Integer a) when shape.ServerChosen:
                if (bindings.BindServerChosen(ServerChosenScopes.Of(_partition, shape, parent, call), e.Value, a.Value) is { } chosen)
                {
                    Add(DeviationKind.Identity, path, chosen, actual.ToString());
                }

                return;
            default:
                if (!expected.Equals(actual))
                {
                    Add(DeviationKind.Value, path, expected.ToString(), actual.ToString());
                }

                return;
        }
    }

    /// <summary>Formats an expected value with bound symbols replaced by their values.</summary>
    private string Describe(ShapeInfo shape, SpecValue expected) =>
        Values.Map(model, shape.Name, expected, (s, v, _) => s.Kind == ShapeKind.Timestamp && v is SpecValue.Integer t
            ? bindings.TimeOf(t.Value) is { } time ? SpecValue.Of(time) : SpecValue.Of("(time of call " + t.Value + ")")
            : v).ToString();

    private void Add(DeviationKind kind, string path, string expected, string actual) =>
        _deviations.Add(new(kind, path, expected, actual));

    private static SpecValue EmptyToAbsent(SpecValue value) =>
        value is SpecValue.Record { Members.Count: 0 } or SpecValue.Sequence { Items.Count: 0 } ? SpecValue.Absent : value;
}
