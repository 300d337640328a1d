using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Inputs;

/// <summary>The input classes of a member: one representative for each kind of value that the step function may handle differently.</summary>
internal sealed class MemberClasses(SuiteModel model)
{
    /// <summary>An integer that no row of the bounded model has.</summary>
    private const long Unmatched = 99;

    private readonly Samples _samples = new(model);
    private readonly HashSet<SpecValue> _also =
        [.. model.Spec.Shapes.Values.SelectMany(s => s.Also).Select(SpecValue.Of)];

    private readonly Dictionary<(string, string), IReadOnlyList<SpecValue>> _known = [];

    public Samples Samples => _samples;

    public bool IsAlso(SpecValue value) => _also.Contains(value);

    public IReadOnlyList<SpecValue> Of(OperationInfo operation, MemberInfo member)
    {
        if (!_known.TryGetValue((operation.Name, member.Name), out var known))
        {
            _known[(operation.Name, member.Name)] = known = Create(operation, member);
        }

        return known;
    }

    private IReadOnlyList<SpecValue> Create(OperationInfo operation, MemberInfo member)
    {
        var shape = model.Shape(member.Shape);
        var samples = _samples.Of(shape.Name);
        if (member.Name == operation.PartitionMember)
        {
            return [_samples.First(shape.Name)];
        }

        return shape.Kind switch
        {
            ShapeKind.Text when model.IdentityOf(shape) is { } identity =>
                [.. _samples.Of(identity), .. operation.IsEnvironment ? [] : UnknownNames(shape, identity), .. shape.Also.Select(SpecValue.Of)],
            ShapeKind.Text => [.. samples, .. shape.Also.Select(SpecValue.Of)],
            ShapeKind.Enumeration => [.. shape.Values.Select(SpecValue.Of)],
            ShapeKind.Boolean => [SpecValue.Of(true), SpecValue.Of(false)],
            ShapeKind.Integer => [.. samples, .. new[] { SpecValue.Of(Unmatched) }.Where(v => model.IsValid(shape.Name, v) && !samples.Contains(v))],
            // The map with the most entries is first, because situations are arranged with it: entries that a smaller map must remove are then observable.
            ShapeKind.Map => [.. samples.OrderByDescending(s => s is SpecValue.Record map ? map.Members.Count : 0), .. Valid(shape, new SpecValue.Record([]))],
            ShapeKind.List => [.. samples, .. Valid(shape, new SpecValue.Sequence([]))],
            _ => samples,
        };
    }

    /// <summary>The index of a value among the examples of a fresh shape, or -1 if it is not an example.</summary>
    public int ExampleIndex(string identity, SpecValue value)
    {
        var samples = _samples.Of(identity);
        for (var i = 0; i < samples.Count; i++)
        {
            if (samples[i].Equals(value))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether calls that only arrange a situation can use the class.</summary>
    public bool IsSimple(OperationInfo operation, MemberInfo member, SpecValue value)
    {
        var shape = model.Shape(member.Shape);
        return model.IdentityOf(shape) is not null
            || shape.Kind is ShapeKind.Enumeration
            || (shape.Kind is ShapeKind.Boolean && member.Required)
            || Of(operation, member)[0].Equals(value);
    }

    private IEnumerable<SpecValue> UnknownNames(ShapeInfo shape, string identity)
    {
        var samples = _samples.Of(identity);
        var first = samples.OfType<SpecValue.Text>().FirstOrDefault()?.Value ?? "a";
        return new[] { first + "-unknown", first + "unknown", "unknown", "UNKNOWN", first + first, first[..^1] + "0", first[..^1] + "9" }
            .Select(SpecValue.Of)
            .Where(v => model.IsValid(shape.Name, v) && !samples.Contains(v))
            .Take(1);
    }

    private IEnumerable<SpecValue> Valid(ShapeInfo shape, SpecValue value) =>
        model.IsValid(shape.Name, value) && !_samples.Of(shape.Name).Contains(value) ? [value] : [];
}
