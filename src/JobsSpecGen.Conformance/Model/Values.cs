namespace JobsSpecGen.Conformance.Model;

/// <summary>Traverses values along their shapes.</summary>
internal static class Values
{
    /// <summary>Returns the value with every leaf replaced by the result of <paramref name="leaf"/>, which also receives the record that contains the leaf.</summary>
    public static SpecValue Map(SuiteModel model, string shape, SpecValue value, Func<ShapeInfo, SpecValue, SpecValue.Record?, SpecValue> leaf, SpecValue.Record? parent = null)
    {
        var info = model.Shape(shape);
        return (info.Kind, value) switch
        {
            (ShapeKind.Structure, SpecValue.Record record) => new SpecValue.Record(
                record.Members.Select(m => KeyValuePair.Create(
                    m.Key,
                    info.Members.FirstOrDefault(i => i.Name == m.Key) is { } member
                        ? Map(model, member.Shape, m.Value, leaf, record)
                        : m.Value))),
            (ShapeKind.Map, SpecValue.Record record) => new SpecValue.Record(
                record.Members.Select(m => KeyValuePair.Create(
                    info.Key is null || leaf(model.Shape(info.Key), SpecValue.Of(m.Key), record) is not SpecValue.Text key ? m.Key : key.Value,
                    info.Element is null ? m.Value : Map(model, info.Element, m.Value, leaf, record)))),
            (ShapeKind.List, SpecValue.Sequence list) when info.Element is not null => new SpecValue.Sequence(
                [.. list.Items.Select(i => Map(model, info.Element, i, leaf, parent))]),
            _ => leaf(info, value, parent),
        };
    }

    /// <summary>Returns every text of a fresh shape in a request, with the name of that shape. Literals of <c>also</c> are excluded.</summary>
    public static IReadOnlyList<(string Shape, string Value)> Identities(SuiteModel model, SpecCall call)
    {
        var found = new List<(string, string)>();
        Map(model, model.Operation(call.Operation).Input, call.Request, (shape, value, _) =>
        {
            if (value is SpecValue.Text text && model.IdentityOf(shape) is { } identity && !shape.Also.Contains(text.Value))
            {
                found.Add((identity, text.Value));
            }

            return value;
        });
        return found;
    }

    /// <summary>Returns the value at a path such as <c>queuedJobs[0].jobId</c>, or <see cref="SpecValue.Absent"/> if there is none.</summary>
    public static SpecValue At(SpecValue value, string path)
    {
        foreach (var part in path.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries))
        {
            value = value switch
            {
                SpecValue.Record record when !part.EndsWith(']') => record[part],
                SpecValue.Sequence list when part.EndsWith(']') && int.TryParse(part[..^1], out var i) && i < list.Items.Count => list.Items[i],
                _ => SpecValue.Absent,
            };
        }

        return value;
    }

    /// <summary>Returns all values at a path in which <c>[]</c> means each element of a list.</summary>
    public static IEnumerable<SpecValue> All(SpecValue value, string path)
    {
        IEnumerable<SpecValue> found = [value];
        foreach (var part in path.Replace("[]", ".[]", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            found = part == "[]"
                ? found.OfType<SpecValue.Sequence>().SelectMany(l => l.Items)
                : found.OfType<SpecValue.Record>().Select(r => r[part]);
        }

        return found;
    }

    /// <summary>The number of leaves of a value.</summary>
    public static int Leaves(SpecValue? value) => value switch
    {
        SpecValue.Record record => record.Members.Values.Sum(Leaves),
        SpecValue.Sequence list => list.Items.Sum(Leaves),
        null or SpecValue.AbsentValue => 0,
        _ => 1,
    };
}
