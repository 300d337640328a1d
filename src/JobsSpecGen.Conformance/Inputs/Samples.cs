using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Inputs;

/// <summary>Valid values of a shape, the simplest first: the examples of the spec, or generated values.</summary>
internal sealed class Samples(SuiteModel model)
{
    private const int MaxDepth = 4;
    private readonly Dictionary<string, IReadOnlyList<SpecValue>> _known = new(StringComparer.Ordinal);

    public IReadOnlyList<SpecValue> Of(string shape) => Of(shape, 0);

    public SpecValue First(string shape) => Of(shape) is [var first, ..] ? first : SpecValue.Absent;

    private IReadOnlyList<SpecValue> Of(string shape, int depth)
    {
        if (_known.TryGetValue(shape, out var known))
        {
            return known;
        }

        var created = Create(model.Shape(shape), depth);
        if (depth == 0)
        {
            _known[shape] = created;
        }

        return created;
    }

    private IReadOnlyList<SpecValue> Create(ShapeInfo shape, int depth)
    {
        if (shape.Fresh)
        {
            // Two names are needed: one to act on and one that must remain unaffected.
            return [.. shape.Examples.Concat((shape.Examples.Count > 0 ? shape.Examples : Texts(shape).Select(SpecValue.Of)).OfType<SpecValue.Text>()
                .SelectMany(Siblings)).Where(v => model.IsValid(shape.Name, v)).Distinct().Take(2)];
        }

        if (shape.Examples.Count > 0)
        {
            return [.. shape.Examples.Take(shape.Kind == ShapeKind.Integer ? 3 : 2)];
        }

        IEnumerable<SpecValue> candidates = shape.Kind switch
        {
            ShapeKind.Text when shape.Base is not null => Of(shape.Base, depth),
            ShapeKind.Text => Texts(shape).Select(SpecValue.Of),
            ShapeKind.Enumeration => shape.Values.Select(SpecValue.Of),
            ShapeKind.Boolean => [SpecValue.Of(true), SpecValue.Of(false)],
            ShapeKind.Integer => new[] { 1L, 2L, shape.Minimum ?? 0L, shape.Maximum ?? 0L }.Distinct().Select(v => SpecValue.Of(v)),
            ShapeKind.Timestamp => [SpecValue.Of(1L)],
            _ when depth >= MaxDepth => [],
            ShapeKind.List => [new SpecValue.Sequence([.. Elements(shape, depth)])],
            ShapeKind.Map => [MapOf(shape, depth)],
            _ => [new SpecValue.Record(shape.Members.Where(m => m.Required)
                .Select(m => KeyValuePair.Create(m.Name, Of(m.Shape, depth + 1).FirstOrDefault(SpecValue.Absent))))],
        };
        var valid = candidates.Where(v => model.IsValid(shape.Name, v));
        return [.. shape.Kind == ShapeKind.Enumeration ? valid : valid.Take(2)];
    }

    private static IEnumerable<SpecValue> Siblings(SpecValue.Text name) =>
        ((string[])[name.Value, name.Value + "-2", name.Value + "2", name.Value + "b", name.Value + "B", name.Value[..^1] + "2", name.Value[..^1] + "b"]).Select(SpecValue.Of);

    private IEnumerable<SpecValue> Elements(ShapeInfo list, int depth)
    {
        var element = Of(list.Element!, depth + 1);
        return element.Count == 0 ? [] : Enumerable.Range(0, Math.Max(1, list.MinLength ?? 1)).Select(i => element[i % element.Count]);
    }

    private SpecValue.Record MapOf(ShapeInfo map, int depth)
    {
        var value = Of(map.Element!, depth + 1).FirstOrDefault(SpecValue.Absent);
        return new(Of(map.Key!, depth + 1).OfType<SpecValue.Text>().Take(Math.Max(1, map.MinLength ?? 1)).Select(k => KeyValuePair.Create(k.Value, value)));
    }

    private static IEnumerable<string> Texts(ShapeInfo shape)
    {
        var length = Math.Max(1, shape.MinLength ?? 1);
        foreach (var seed in (string[])["example", "sample", "a", "b", "A", "B", "1", "2", "a1", "A1", "-", "/"])
        {
            var text = seed.Length >= length ? seed : seed + new string(seed[^1], length - seed.Length);
            yield return shape.MaxLength is { } max && text.Length > max ? text[..max] : text;
        }
    }
}
