using System.Globalization;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Inputs;

/// <summary>Values at the boundaries of every constraint that a member of a request has, also within maps, lists and structures.</summary>
internal sealed class ShapeBoundaries(SuiteModel model, Samples samples)
{
    private const int Deepest = 3;
    private const int LargestCollection = 2_000;

    public IEnumerable<BoundaryValue> OfMember(MemberInfo member, ValuePath place, int depth = 0)
    {
        var shape = model.Shape(member.Shape);
        if (member.Required)
        {
            yield return new(place, "required", "absent", _ => SpecValue.Absent, true, shape);
        }

        foreach (var boundary in Of(shape, place, depth))
        {
            yield return boundary;
        }
    }

    private IEnumerable<BoundaryValue> Of(ShapeInfo shape, ValuePath place, int depth) => shape.Kind switch
    {
        ShapeKind.Text => TextBoundaries.Of(model, shape).Select(e =>
            new BoundaryValue(place, e.Group, e.Label, v => SpecValue.Of(e.Change(v is SpecValue.Text t ? t.Value : "")), e.Essential, shape)),
        ShapeKind.Enumeration => Names(shape, place),
        ShapeKind.Integer => Numbers(shape, place),
        ShapeKind.Map => Sizes(shape, place, MapOf)
            .Concat(Nested(shape.Key, place.Then(PathStepKind.Key), depth))
            .Concat(Nested(shape.Element, place.Then(PathStepKind.Value), depth)),
        ShapeKind.List => Sizes(shape, place, ListOf).Concat(Nested(shape.Element, place.Then(PathStepKind.Element), depth)),
        ShapeKind.Structure when depth < Deepest => shape.Members
            .SelectMany(m => OfMember(m, place.Then(PathStepKind.Member, m.Name), depth + 1)),
        _ => [],
    };

    private IEnumerable<BoundaryValue> Nested(string? shape, ValuePath place, int depth) =>
        shape is null || depth >= Deepest ? [] : Of(model.Shape(shape), place, depth + 1);

    private static IEnumerable<BoundaryValue> Names(ShapeInfo shape, ValuePath place)
    {
        yield return new(place, "enum", "unknown name", _ => SpecValue.Of("NO_SUCH_VALUE"), true, shape);
        yield return new(place, "enum", "wrong case", v => SpecValue.Of(SwapCase(v is SpecValue.Text t ? t.Value : shape.Values[0])), false, shape);
    }

    private static IEnumerable<BoundaryValue> Numbers(ShapeInfo shape, ValuePath place)
    {
        BoundaryValue At(long value, bool essential) => new(place, "range", value.ToString(CultureInfo.InvariantCulture), _ => SpecValue.Of(value), essential, shape);
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

    private static IEnumerable<BoundaryValue> Sizes(ShapeInfo shape, ValuePath place, Func<ShapeInfo, int, SpecValue?> make)
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
