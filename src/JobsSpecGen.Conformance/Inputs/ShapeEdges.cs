using System.Globalization;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Inputs;

/// <summary>Values at the edges of every constraint that a member of a request has, also within maps, lists and structures.</summary>
internal sealed class ShapeEdges(SuiteModel model, Samples samples)
{
    private const int Deepest = 3;
    private const int LargestCollection = 2_000;

    public IEnumerable<Edge> OfMember(MemberInfo member, Place place, int depth = 0)
    {
        var shape = model.Shape(member.Shape);
        if (member.Required)
        {
            yield return new(place, "required", "absent", _ => SpecValue.Absent, true, shape);
        }

        foreach (var edge in Of(shape, place, depth))
        {
            yield return edge;
        }
    }

    private IEnumerable<Edge> Of(ShapeInfo shape, Place place, int depth) => shape.Kind switch
    {
        ShapeKind.Text => TextEdges.Of(model, shape).Select(e =>
            new Edge(place, e.Group, e.Label, v => SpecValue.Of(e.Change(v is SpecValue.Text t ? t.Value : "")), e.Essential, shape)),
        ShapeKind.Enumeration => Names(shape, place),
        ShapeKind.Integer => Numbers(shape, place),
        ShapeKind.Map => Sizes(shape, place, MapOf)
            .Concat(Nested(shape.Key, place.Then(PlaceKind.Key), depth))
            .Concat(Nested(shape.Element, place.Then(PlaceKind.Value), depth)),
        ShapeKind.List => Sizes(shape, place, ListOf).Concat(Nested(shape.Element, place.Then(PlaceKind.Element), depth)),
        ShapeKind.Structure when depth < Deepest => shape.Members
            .SelectMany(m => OfMember(m, place.Then(PlaceKind.Member, m.Name), depth + 1)),
        _ => [],
    };

    private IEnumerable<Edge> Nested(string? shape, Place place, int depth) =>
        shape is null || depth >= Deepest ? [] : Of(model.Shape(shape), place, depth + 1);

    private static IEnumerable<Edge> Names(ShapeInfo shape, Place place)
    {
        yield return new(place, "enum", "unknown name", _ => SpecValue.Of("NO_SUCH_VALUE"), true, shape);
        yield return new(place, "enum", "wrong case", v => SpecValue.Of(SwapCase(v is SpecValue.Text t ? t.Value : shape.Values[0])), false, shape);
    }

    private static IEnumerable<Edge> Numbers(ShapeInfo shape, Place place)
    {
        Edge At(long value, bool essential) => new(place, "range", value.ToString(CultureInfo.InvariantCulture), _ => SpecValue.Of(value), essential, shape);
        if (shape.Minimum is null or < 0 && shape.Maximum is null or > 0)
        {
            // The default of the type, which is easily taken for a value that was not given.
            yield return At(0, false);
        }

        if (shape.Minimum is { } min)
        {
            if (min > long.MinValue)
            {
                yield return At(min - 1, true);
            }

            yield return At(min, false);
        }
        else
        {
            yield return At(long.MinValue, false);
        }

        if (shape.Maximum is { } max)
        {
            if (max < long.MaxValue)
            {
                yield return At(max + 1, true);
            }

            yield return At(max, false);
        }
        else
        {
            yield return At(long.MaxValue, false);
        }
    }

    private static IEnumerable<Edge> Sizes(ShapeInfo shape, Place place, Func<ShapeInfo, int, SpecValue?> make)
    {
        foreach (var (size, essential) in ((int?, bool)[])[(shape.MinLength - 1, true), (shape.MinLength, false), (shape.MaxLength, false), (shape.MaxLength + 1, true)])
        {
            if (size is { } count and >= 0 and <= LargestCollection && make(shape, count) is { } value)
            {
                yield return new(place, "length", $"{count} elements", _ => value, essential, shape);
            }
        }
    }

    private SpecValue? ListOf(ShapeInfo list, int count) =>
        samples.Of(list.Element!) is { Count: > 0 } elements
            ? new SpecValue.Sequence([.. Enumerable.Range(0, count).Select(i => elements[i % elements.Count])])
            : null;

    private SpecValue? MapOf(ShapeInfo map, int count)
    {
        if (samples.First(map.Key!) is not SpecValue.Text key)
        {
            return null;
        }

        var value = samples.First(map.Element!);
        return new SpecValue.Record(Enumerable.Range(0, count)
            .Select(i => KeyValuePair.Create(key.Value + i.ToString(CultureInfo.InvariantCulture), value)));
    }

    private static string SwapCase(string text)
    {
        var lower = text.ToLowerInvariant();
        return lower == text ? text.ToUpperInvariant() : lower;
    }
}
