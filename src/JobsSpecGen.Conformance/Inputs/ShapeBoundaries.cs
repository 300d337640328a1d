using System.Globalization;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Inputs;

/// <summary>Generates the boundary values of all constraints of a request member, including those in maps, lists and structures.</summary>
internal sealed class ShapeBoundaries(SuiteModel model, Samples samples)
{
    private const int MaxDepth = 3;
    private const int MaxCollectionSize = 2_000;

    public IEnumerable<BoundaryValue> OfMember(MemberInfo member, ValuePath path, int depth = 0)
    {
        var shape = model.Shape(member.Shape);
        if (member.Required)
        {
            yield return new(path, "required", "absent", _ => SpecValue.Absent, true, shape);
        }

        foreach (var boundary in Of(shape, path, depth))
        {
            yield return boundary;
        }
    }

    private IEnumerable<BoundaryValue> Of(ShapeInfo shape, ValuePath path, int depth) => shape.Kind switch
    {
        ShapeKind.Text => TextBoundaries.Of(model, shape).Select(b =>
            new BoundaryValue(path, b.Group, b.Label, v => SpecValue.Of(b.Change(v is SpecValue.Text t ? t.Value : "")), b.Essential, shape)),
        ShapeKind.Enumeration => Names(shape, path),
        ShapeKind.Integer => Numbers(shape, path),
        ShapeKind.Map => Sizes(shape, path, MapOf)
            .Concat(Nested(shape.Key, path.Then(PathStepKind.Key), depth))
            .Concat(Nested(shape.Element, path.Then(PathStepKind.Value), depth)),
        ShapeKind.List => Sizes(shape, path, ListOf).Concat(Nested(shape.Element, path.Then(PathStepKind.Element), depth)),
        ShapeKind.Structure when depth < MaxDepth => shape.Members
            .SelectMany(m => OfMember(m, path.Then(PathStepKind.Member, m.Name), depth + 1)),
        _ => [],
    };

    private IEnumerable<BoundaryValue> Nested(string? shape, ValuePath path, int depth) =>
        shape is null || depth >= MaxDepth ? [] : Of(model.Shape(shape), path, depth + 1);

    private static IEnumerable<BoundaryValue> Names(ShapeInfo shape, ValuePath path)
    {
        yield return new(path, "enum", "unknown name", _ => SpecValue.Of("NO_SUCH_VALUE"), true, shape);
        yield return new(path, "enum", "wrong case", v => SpecValue.Of(SwapCase(v is SpecValue.Text t ? t.Value : shape.Values[0])), false, shape);
    }

    private static IEnumerable<BoundaryValue> Numbers(ShapeInfo shape, ValuePath path)
    {
        BoundaryValue At(long value, bool essential) => new(path, "range", value.ToString(CultureInfo.InvariantCulture), _ => SpecValue.Of(value), essential, shape);
        if (shape.Minimum is null or < 0 && shape.Maximum is null or > 0)
        {
            // Zero is the default of the C# type, and is easily confused with an absent value.
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

    private static IEnumerable<BoundaryValue> Sizes(ShapeInfo shape, ValuePath path, Func<ShapeInfo, int, SpecValue?> create)
    {
        foreach (var (size, essential) in ((int?, bool)[])[(shape.MinLength - 1, true), (shape.MinLength, false), (shape.MaxLength, false), (shape.MaxLength + 1, true)])
        {
            if (size is { } count and >= 0 and <= MaxCollectionSize && create(shape, count) is { } value)
            {
                yield return new(path, "length", $"{count} elements", _ => value, essential, shape);
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
